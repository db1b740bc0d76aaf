using System.Globalization;
using System.Text;
using CsrGraph.Telemetry;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace CsrGraph.Sqlite.Connections;

/// <summary>A prepared statement: bind, step through its rows, reset. Parameters are numbered from 1, columns from 0.</summary>
internal sealed class Statement : IDisposable
{
    private readonly sqlite3 database;
    private readonly sqlite3_stmt statement;
    private readonly nint handle;
    private readonly int parameters;
    private readonly string text;
    private readonly Action onRun;
    private readonly Action<StatementWork>? onWork;
    private bool isRunning;
    private string? failure;
    private long rows;
    private StatementSpan span;

    public Statement(sqlite3 database, string text, Action onRun, Action<StatementWork>? onWork = null)
    {
        (this.database, this.text, this.onRun, this.onWork) = (database, text, onRun, onWork);
        SqliteException.ThrowExceptionForRC(raw.sqlite3_prepare_v2(database, text, out statement), database);
        parameters = raw.sqlite3_bind_parameter_count(statement);
        handle = statement.DangerousGetHandle();
    }

    /// <summary>Binds a value; a parameter that the text does not have is passed over.</summary>
    public Statement Bind(int parameter, object? value) => value switch
    {
        null => Check(parameter, parameter > parameters ? raw.SQLITE_OK : raw.sqlite3_bind_null(statement, parameter)),
        long number => Bind(parameter, number),
        string text => Bind(parameter, text),
        byte[] bytes => Bind(parameter, bytes.AsSpan()),
        _ => throw new ArgumentException($"a {value.GetType()} is no value of a parameter", nameof(value)),
    };

    public Statement Bind(int parameter, long value) =>
        Check(parameter, parameter > parameters ? raw.SQLITE_OK : raw.sqlite3_bind_int64(statement, parameter, value));

    public Statement Bind(int parameter, string? value) => value is null
        ? Bind(parameter, (object?)null)
        : Check(parameter, parameter > parameters ? raw.SQLITE_OK : raw.sqlite3_bind_text(statement, parameter, value));

    public Statement Bind(int parameter, ReadOnlySpan<byte> value) =>
        Check(parameter, parameter > parameters ? raw.SQLITE_OK : raw.sqlite3_bind_blob(statement, parameter, value));

    /// <summary>Binds a text that is UTF-8 already.</summary>
    public Statement BindUtf8(int parameter, ReadOnlySpan<byte> value) =>
        value.IsEmpty ? Bind(parameter, "") : Check(parameter, raw.sqlite3_bind_text(statement, parameter, value)); // No bytes at all would be null.

    /// <summary>Goes to the next row; false after the last.</summary>
    public bool Step()
    {
        if (!isRunning)
        {
            onRun();
            span = StatementSpan.Start(TimeProvider.System);
            isRunning = true;
        }

        var code = RowReads.Step(handle);
        if (code == raw.SQLITE_ROW)
        {
            rows++;
            return true;
        }

        if (code != raw.SQLITE_DONE) Fail(code);
        Reset();
        return false;
    }

    /// <summary>Runs a statement that has no rows; says how many rows it changed.</summary>
    public int Run()
    {
        Step();
        return raw.sqlite3_changes(database);
    }

    /// <summary>Runs a word such as BEGIN, of which nothing is told; gives SQLite's result code, <c>SQLITE_OK</c> where it is done.</summary>
    public int TryRun()
    {
        _ = RowReads.Step(handle);
        return raw.sqlite3_reset(statement);
    }

    /// <summary>Runs a statement that has at most one row with one number.</summary>
    public long? Number()
    {
        var number = Step() ? LongOrNull(0) : null;
        Reset();
        return number;
    }

    public bool IsNull(int column) => RowReads.Type(handle, column) == raw.SQLITE_NULL;

    public long Long(int column) => RowReads.Number(handle, column);

    // What is not 0 is not null either, which is half the calls.
    public long? LongOrNull(int column) => Long(column) is var number && (number != 0 || !IsNull(column)) ? number : null;

    public string Text(int column) => Encoding.UTF8.GetString(RowReads.Bytes(handle, column));

    public string? TextOrNull(int column) => IsNull(column) ? null : Text(column);

    /// <summary>The bytes of a blob, or of a text in UTF-8; until the next step.</summary>
    public ReadOnlySpan<byte> Bytes(int column) => RowReads.Bytes(handle, column);

    /// <summary>A number as a <see cref="long"/>, a blob as bytes, else null.</summary>
    public object? Value(int column) => RowReads.Type(handle, column) switch
    {
        raw.SQLITE_INTEGER => Long(column),
        raw.SQLITE_BLOB => Bytes(column).ToArray(),
        _ => null,
    };

    public void Reset()
    {
        if (!isRunning) return;
        if (span.IsTold) span.End("sqlite", text, rows, failure);
        if (onWork is not null) Tell(onWork);
        (isRunning, rows, failure) = (false, 0, null);
        raw.sqlite3_reset(statement);
    }

    public void Dispose() => statement.Dispose();

    private void Tell(Action<StatementWork> of)
    {
        var steps = raw.sqlite3_stmt_status(statement, raw.SQLITE_STMTSTATUS_VM_STEP, 1);
        of(new StatementWork(text, rows, steps, () => ExpandedSql.Of(handle)));
    }

    private void Fail(int code)
    {
        failure = code.ToString(CultureInfo.InvariantCulture);
        try
        {
            SqliteException.ThrowExceptionForRC(code, database);
        }
        finally
        {
            Reset();
        }
    }

    private Statement Check(int parameter, int code)
    {
        if (code != raw.SQLITE_OK) throw new InvalidOperationException($"parameter {parameter} could not be bound: {raw.sqlite3_errstr(code).utf8_to_string()}");
        return this;
    }
}
