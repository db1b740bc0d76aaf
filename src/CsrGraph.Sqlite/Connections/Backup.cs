using CsrGraph.Store;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace CsrGraph.Sqlite.Connections;

/// <summary>Copies an open store into a new file, page by page, out of one transaction.</summary>
internal static class Backup
{
    /// <summary>Between so many pages it is looked whether the caller gave up.</summary>
    private const int PagesAStep = 2_000;

    public static void Write(Connection reader, string path, CancellationToken cancellation)
    {
        if (File.Exists(path)) throw new StoreUnavailableException($"'{path}' is there already: name another file, or move it away");
        var part = path + ".part";
        try
        {
            Copy(reader, part, cancellation);
            File.Move(part, path, overwrite: false);
        }
        catch (SqliteException exception) when (Fault.Of(exception, path) is { } fault)
        {
            throw fault;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new StoreUnavailableException($"'{path}' cannot be written: see to its folder and its rights ({exception.Message})", exception);
        }
        finally
        {
            if (File.Exists(part)) File.Delete(part);
        }
    }

    private static void Copy(Connection reader, string part, CancellationToken cancellation)
    {
        using var copy = new Connection(part, () => { });

        // One state for the whole of the copy, whatever is applied meanwhile.
        reader.Begin();
        reader[Sql.Query("head")].Number();
        using var backup = raw.sqlite3_backup_init(copy.Handle, "main", reader.Handle, "main");
        if (backup is null || backup.IsInvalid) SqliteException.ThrowExceptionForRC(raw.sqlite3_errcode(copy.Handle), copy.Handle);
        int code;
        do
        {
            cancellation.ThrowIfCancellationRequested();
            code = raw.sqlite3_backup_step(backup, PagesAStep);
        }
        while (code == raw.SQLITE_OK);
        raw.sqlite3_backup_finish(backup);
        if (code != raw.SQLITE_DONE) SqliteException.ThrowExceptionForRC(code, copy.Handle);
    }
}
