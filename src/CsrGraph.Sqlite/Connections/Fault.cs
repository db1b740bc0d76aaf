using CsrGraph.Store;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace CsrGraph.Sqlite.Connections;

/// <summary>Says what SQLite's result codes mean to whoever runs the store.</summary>
internal static class Fault
{
    // Some calls give the extended code, whose low byte is the primary one.
    private const int PrimaryCode = 0xFF;

    /// <summary>The exception to throw instead, or null for an error that is a bug of ours.</summary>
    public static StoreUnavailableException? Of(SqliteException exception, string path) => (exception.SqliteErrorCode & PrimaryCode) switch
    {
        raw.SQLITE_NOTADB => new($"'{path}' is not a SQLite file: name another one, or move it away", exception),
        raw.SQLITE_FULL => new($"the disk of '{path}' is full: nothing of this was kept; make room and do it again", exception),
        raw.SQLITE_CORRUPT => new($"'{path}' is damaged: put a copy back, or move it away and load again", exception),
        raw.SQLITE_CANTOPEN => new($"'{path}' cannot be opened: see that its folder exists and may be written to", exception),
        raw.SQLITE_READONLY or raw.SQLITE_PERM => new($"'{path}' may not be written to: see to its rights and its folder's", exception),
        raw.SQLITE_IOERR => new($"'{path}' could not be read or written: see to its disk ({exception.Message})", exception),
        raw.SQLITE_NOMEM => new($"'{path}' could not be read: the machine has too little memory", exception),
        raw.SQLITE_BUSY or raw.SQLITE_LOCKED => new($"'{path}' is locked by another process: end it, or try again", exception),
        _ => null,
    };

    /// <summary>Runs work on a file and says what its faults mean.</summary>
    public static T Explain<T>(string path, Func<T> work)
    {
        try
        {
            return work();
        }
        catch (SqliteException exception) when (Of(exception, path) is { } fault)
        {
            throw fault;
        }
    }
}
