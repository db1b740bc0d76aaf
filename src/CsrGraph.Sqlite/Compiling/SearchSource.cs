namespace CsrGraph.Sqlite.Compiling;

/// <summary>A way of looking for names that finds so many that they are gone through in their order, until a page is full.</summary>
/// <param name="Reason">The reason that names are found for by it, as <see cref="Store.SearchReason"/> numbers it.</param>
/// <param name="Rows">The SELECT of the rows of all names that are found so.</param>
/// <param name="Holds">The condition on a name <c>n</c> that is gone through in the order of <c>name_rank</c>.</param>
internal sealed record SearchSource(int Reason, string Rows, string Holds);
