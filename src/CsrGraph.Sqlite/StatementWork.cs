namespace CsrGraph.Sqlite;

/// <summary>What a statement of a read took.</summary>
/// <param name="Text">The SQL.</param>
/// <param name="Rows">How many rows it gave.</param>
/// <param name="Steps">How many instructions SQLite's machine ran. To read a row and to look at it takes several, so no more rows than this were read.</param>
/// <param name="Bound">Gives the SQL with its parameters' values in their places, until the call that tells of it returns.</param>
public readonly record struct StatementWork(string Text, long Rows, long Steps, Func<string> Bound);
