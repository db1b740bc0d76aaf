using CsrGraph.Sqlite;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace CsrGraph.Benchmarks.Measuring;

/// <summary>
/// The statements that a store ran, run again with the same values by SQLite alone: prepared before, and stepped through, as
/// far as the store did, without a look at their rows.
/// </summary>
internal sealed class StatementsAlone
{
    private readonly List<(string Text, long Rows)> ran = [];

    /// <summary>True while statements are taken down.</summary>
    public bool IsListening { get; set; }

    /// <summary>Takes one down.</summary>
    public void Add(StatementWork work)
    {
        if (IsListening) ran.Add((work.Bound(), work.Rows));
    }

    /// <summary>Takes down anew.</summary>
    public void Forget() => ran.Clear();

    /// <summary>Runs all that were taken down, in their order, over the store's file, which is read as the store reads it.</summary>
    /// <returns>The processor's time.</returns>
    public TimeSpan Run(string path)
    {
        using var connection = new SqliteConnection($"Data Source={path};Mode=ReadOnly;Pooling=False");
        connection.Open();
        Check(raw.sqlite3_exec(connection.Handle, "PRAGMA mmap_size = 2147418112; PRAGMA cache_size = -16384; BEGIN"));
        var statements = new List<(sqlite3_stmt Statement, long Rows)>();
        foreach (var (text, rows) in ran)
        {
            Check(raw.sqlite3_prepare_v2(connection.Handle, text, out var statement));
            statements.Add((statement, rows));
        }

        var before = OwnProcess.Processor();
        foreach (var (statement, rows) in statements)
        {
            // Once more than there were rows: that is how the end is found.
            for (var row = 0L; row <= rows && raw.sqlite3_step(statement) == raw.SQLITE_ROW; row++)
            {
            }
        }

        var taken = OwnProcess.Processor() - before;
        foreach (var (statement, _) in statements) statement.Dispose();
        return taken;

        void Check(int code) => SqliteException.ThrowExceptionForRC(code, connection.Handle);
    }
}
