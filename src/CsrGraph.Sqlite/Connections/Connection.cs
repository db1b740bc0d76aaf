using CsrGraph.Model;
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
    private readonly Action<StatementWork>? onWork;
    private readonly Dictionary<string, Statement> statements = new(StringComparer.Ordinal);
    private readonly Dictionary<long, string> terms = [];
    private readonly Dictionary<long, ClaimType> types = [];
    private Statement? begin;
    private Statement? rollBack;
    private Statement? head;
    private Statement? term;
    private Statement? type;

    /// <summary>Opens a file; for reading only, it has to be there.</summary>
    public Connection(string path, Action onRun, bool isReadOnly = false, Action<StatementWork>? onWork = null)
    {
        (this.onRun, this.onWork) = (onRun, onWork);
        var mode = isReadOnly ? SqliteOpenMode.ReadOnly : SqliteOpenMode.ReadWriteCreate;
        connection = new SqliteConnection(
            new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, Pooling = false, DefaultTimeout = 1 }.ToString());
        try
        {
            connection.Open();

            // Without it SQLite plans a statement anew whenever its limit is bound, even to the same number, which takes longer than most of them run.
            Check(raw.sqlite3_db_config(Handle, raw.SQLITE_DBCONFIG_ENABLE_QPSG, 1, out _));
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
            return statements[text] = new Statement(Handle, text, onRun, onWork);
        }
    }

    /// <summary>The head that this transaction sees, 0 for none. Like BEGIN it is not counted.</summary>
    public long Head() => (head ??= new Statement(Handle, Sql.Query("head"), () => { })).Number() ?? 0;

    /// <summary>A kind or a category by its number. They are never changed, so each is looked up once.</summary>
    public string Term(long id)
    {
        if (terms.TryGetValue(id, out var text)) return text;
        term ??= new Statement(Handle, "SELECT text FROM term WHERE id = ?1", () => { });
        text = term.Bind(1, id).Step() ? term.Text(0) : throw new InvalidOperationException($"there is no term {id}");
        term.Reset();
        return terms[id] = text;
    }

    /// <summary>The same for a kind of claim with its type.</summary>
    public ClaimType Type(long id)
    {
        if (types.TryGetValue(id, out var found)) return found;
        type ??= new Statement(Handle, "SELECT kind, text FROM claim_type WHERE id = ?1", () => { });
        found = type.Bind(1, id).Step() ? new ClaimType((ClaimKind)type.Long(0), type.Text(1)) : throw new InvalidOperationException($"there is no claim type {id}");
        type.Reset();
        return types[id] = found;
    }

    /// <summary>Begins a transaction that reads.</summary>
    public void Begin() => Check((begin ??= new Statement(Handle, "BEGIN", () => { })).TryRun());

    /// <summary>Ends what is under way; a statement that was left within its rows would keep the state that it read.</summary>
    public void Settle()
    {
        foreach (var statement in statements.Values) statement.Reset();
        if (IsInTransaction) (rollBack ??= new Statement(Handle, "ROLLBACK", () => { })).TryRun();
    }

    /// <summary>Runs a script, or a word such as BEGIN, that is not counted.</summary>
    public void Execute(string text) => Check(TryExecute(text));

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
        begin?.Dispose();
        rollBack?.Dispose();
        head?.Dispose();
        term?.Dispose();
        type?.Dispose();
        connection.Dispose();
    }

    /// <summary>A kind of claim with a type.</summary>
    public readonly record struct ClaimType(ClaimKind Kind, string Text);

    private void Check(int code) => SqliteException.ThrowExceptionForRC(code, Handle);

    private void Forget()
    {
        foreach (var statement in statements.Values) statement.Dispose();
        statements.Clear();
    }
}
