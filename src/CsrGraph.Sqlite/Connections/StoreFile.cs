using System.Globalization;
using CsrGraph.Sqlite.Writing;
using CsrGraph.Store;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace CsrGraph.Sqlite.Connections;

/// <summary>Opens the store's file for writing, makes it where it is missing, and brings its schema up to date.</summary>
internal static class StoreFile
{
    /// <summary>"CsrG", so that no other program's file is taken for a store.</summary>
    private const long ApplicationId = 0x43737247;

    private const long LargeLog = 64 << 20;

    private static readonly TimeSpan Retry = TimeSpan.FromMilliseconds(50);

    /// <summary>Opens and migrates.</summary>
    /// <exception cref="StoreUnavailableException">It cannot be used; the message says why and what to do.</exception>
    public static async Task<Connection> OpenAsync(SqliteStoreOptions options, Action onRun, CancellationToken cancellation)
    {
        if (!options.IsReadOnly) MakeFolder(options.Path);
        Connection? connection = null;
        try
        {
            connection = Fault.Explain(options.Path, () => new Connection(options.Path, onRun, options.IsReadOnly));
            if (options.IsReadOnly) RefuseOlder(connection, options.Path);
            else await PrepareAsync(connection, options, cancellation);
            return connection;
        }
        catch (SqliteException exception) when (Fault.Of(exception, options.Path) is { } fault)
        {
            connection?.Dispose();
            throw fault;
        }
        catch
        {
            connection?.Dispose();
            throw;
        }
    }

    /// <summary>Begins a write, waiting for another writer as long as allowed.</summary>
    /// <exception cref="StoreBusyException">Somebody else still writes.</exception>
    public static async Task BeginWriteAsync(Connection connection, SqliteStoreOptions options, CancellationToken cancellation)
    {
        var start = options.Clock.GetTimestamp();
        while (true)
        {
            var code = connection.TryExecute("BEGIN IMMEDIATE");
            if (code == raw.SQLITE_OK) return;
            if (code is not (raw.SQLITE_BUSY or raw.SQLITE_LOCKED)) SqliteException.ThrowExceptionForRC(code, connection.Handle);
            if (options.Clock.GetElapsedTime(start) >= options.BusyTimeout) throw Busy(options);
            await Task.Delay(Retry, options.Clock, cancellation);
        }
    }

    /// <summary>
    /// Takes the log of a large load into the file and cuts it, where no reader hinders that: else it would stay as large as what was loaded until the
    /// next write.
    /// </summary>
    public static void CutLog(Connection connection, SqliteStoreOptions options)
    {
        var log = new FileInfo(options.Path + "-wal");
        if (log.Exists && log.Length > LargeLog) connection.TryExecute("PRAGMA wal_checkpoint(TRUNCATE)");
    }

    /// <summary>Says who writes.</summary>
    public static StoreBusyException Busy(SqliteStoreOptions options) => new(
        $"'{options.Path}' is being written to by {WriterNote.Read(options.Path)}: wait until it is done, or end it, and do it again");

    private static void MakeFolder(string path)
    {
        try
        {
            if (Path.GetDirectoryName(Path.GetFullPath(path)) is { } folder) Directory.CreateDirectory(folder);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new StoreUnavailableException($"the folder of '{path}' cannot be made: name another one ({exception.Message})", exception);
        }
    }

    private static async Task PrepareAsync(Connection connection, SqliteStoreOptions options, CancellationToken cancellation)
    {
        connection.Execute("PRAGMA busy_timeout = 0; PRAGMA foreign_keys = OFF;");
        if (RefuseForeign(connection, options.Path) < Sql.Schema.Count) await MigrateAsync(connection, options, cancellation);

        // A cache of 72 MB, since a load touches every index at random; the log is cut after a large one.
        connection.Execute("PRAGMA synchronous = NORMAL; PRAGMA cache_size = -73728; PRAGMA journal_size_limit = 67108864;");
        if (options.MaxPages is { } pages) connection.Pragma("max_page_count = " + pages.ToString(CultureInfo.InvariantCulture));
    }

    private static void RefuseOlder(Connection connection, string path)
    {
        var version = RefuseForeign(connection, path);
        if (version < Sql.Schema.Count)
        {
            throw new StoreUnavailableException(
                $"'{path}' has the schema version {version}, older than {Sql.Schema.Count}, and was opened for reading alone: open it for writing once");
        }
    }

    private static long RefuseForeign(Connection connection, string path)
    {
        var version = connection.Pragma("user_version");
        if (connection.Pragma("application_id") != ApplicationId && (version != 0 || connection["SELECT count(*) FROM sqlite_schema"].Number() > 0))
        {
            throw new StoreUnavailableException($"'{path}' is another program's SQLite file: name another one, or move it away");
        }

        return version <= Sql.Schema.Count
            ? version
            : throw new StoreUnavailableException(
                $"'{path}' has the schema version {version}, and this csrgraph knows {Sql.Schema.Count} at most: use the newer csrgraph that wrote it");
    }

    private static async Task MigrateAsync(Connection connection, SqliteStoreOptions options, CancellationToken cancellation)
    {
        // Readers go on while a load is under way only with a write-ahead log; the mode stays with the file.
        connection.Execute("PRAGMA journal_mode = WAL");
        await BeginWriteAsync(connection, options, cancellation);
        using var note = WriterNote.Leave(options.Path, options.Clock);
        try
        {
            // Read again: another process may have been quicker.
            var from = (int)RefuseForeign(connection, options.Path);
            for (var version = from; version < Sql.Schema.Count; version++) connection.Execute(Sql.Schema[version]);

            // What is derived from the rest.
            if (from is > 0 and < NamesAnew.Schema) NamesAnew.Write(connection);
            if (from == 1) connection.Execute(Sql.Query("recount"));

            connection.Execute(string.Create(
                CultureInfo.InvariantCulture, $"PRAGMA application_id = {ApplicationId}; PRAGMA user_version = {Sql.Schema.Count}; COMMIT"));
        }
        finally
        {
            connection.Settle();
        }
    }
}
