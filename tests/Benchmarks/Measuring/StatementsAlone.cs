using CsrGraph.Sqlite;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace CsrGraph.Benchmarks.Measuring;

/// <summary>
/// The statements that a store ran, run again with the same values by SQLite alone: prepared before, and stepped through without a look at their rows.
/// </summary>
internal sealed class StatementsAlone
{
    private readonly List<string> texts = [];

    /// <summary>True while statements are taken down.</summary>
    public bool IsListening { get; set; }

    /// <summary>Takes one down.</summary>
    public void Add(StatementWork work)
    {
        if (IsListening) texts.Add(work.Bound());
    }

    /// <summary>Takes down anew.</summary>
    public void Forget() => texts.Clear();

    /// <summary>Runs all that were taken down, in their order, over the store's file, which is read as the store reads it.</summary>
    /// <returns>The processor's time.</returns>
    public TimeSpan Run(string path)
    {
        using var connection = new SqliteConnection($"Data Source={path};Mode=ReadOnly;Pooling=False");
        connection.Open();
        Check(raw.sqlite3_exec(connection.Handle, "PRAGMA mmap_size = 2147418112; PRAGMA cache_size = -16384; BEGIN"));
        var statements = new List<sqlite3_stmt>();
        foreach (var text in texts)
        {
            Check(raw.sqlite3_prepare_v2(connection.Handle, text, out var statement));
            statements.Add(statement);
        }

        var before = OwnProcess.Processor();
        foreach (var statement in statements)
        {
            while (raw.sqlite3_step(statement) == raw.SQLITE_ROW)
            {
            }
        }

        var taken = OwnProcess.Processor() - before;
        foreach (var statement in statements) statement.Dispose();
        return taken;

        void Check(int code) => SqliteException.ThrowExceptionForRC(code, connection.Handle);
    }
}
