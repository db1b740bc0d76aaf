using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace CsrGraph.Sqlite.Connections;

/// <summary>An open file with its prepared statements. One caller at a time.</summary>
internal sealed class Connection : IDisposable
{
    /// <summary>More texts than the product has shapes of questions; beyond it the kept statements are let go.</summary>
    private const int MaxStatements = 500;

    private readonly SqliteConnection connection;
    private readonly Action onRun;
    private readonly Dictionary<string, Statement> statements = new(StringComparer.Ordinal);

    /// <summary>Opens a file; for reading only, it has to be there.</summary>
    public Connection(string path, Action onRun, bool isReadOnly = false)
    {
        this.onRun = onRun;
        var mode = isReadOnly ? SqliteOpenMode.ReadOnly : SqliteOpenMode.ReadWriteCreate;
        connection = new SqliteConnection(
            new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, Pooling = false, DefaultTimeout = 1 }.ToString());
        try
        {
            connection.Open();
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    public sqlite3 Handle => connection.Handle!;

    /// <summary>True within a transaction.</summary>
    public bool IsInTransaction => raw.sqlite3_get_autocommit(Handle) == 0;

    /// <summary>The statement of this text, prepared once.</summary>
    public Statement this[string text]
    {
        get
        {
            if (statements.TryGetValue(text, out var statement)) return statement;
            if (statements.Count >= MaxStatements) Forget();
            return statements[text] = new Statement(Handle, text, onRun);
        }
    }

    /// <summary>Ends what is under way; a statement that was left within its rows would keep the state that it read.</summary>
    public void Settle()
    {
        foreach (var statement in statements.Values) statement.Reset();
        if (IsInTransaction) TryExecute("ROLLBACK");
    }

    /// <summary>Runs a script, or a word such as BEGIN, that is not counted.</summary>
    public void Execute(string text) => SqliteException.ThrowExceptionForRC(TryExecute(text), Handle);

    /// <summary>The same; gives the result code.</summary>
    public int TryExecute(string text) => raw.sqlite3_exec(Handle, text);

    public long Pragma(string name)
    {
        using var statement = new Statement(Handle, $"PRAGMA {name}", () => { });
        return statement.Number() ?? 0;
    }

    public void Dispose()
    {
        Forget();
        connection.Dispose();
    }

    private void Forget()
    {
        foreach (var statement in statements.Values) statement.Dispose();
        statements.Clear();
    }
}
