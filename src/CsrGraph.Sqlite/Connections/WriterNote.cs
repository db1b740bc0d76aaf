using System.Diagnostics;
using System.Globalization;

namespace CsrGraph.Sqlite.Connections;

/// <summary>
/// The file <c>FILE.writer</c> beside the store, which says who is writing. It is there for people: the lock is SQLite's own, and a note that a
/// killed process left behind hinders nobody.
/// </summary>
internal sealed class WriterNote : IDisposable
{
    private readonly string path;

    private WriterNote(string path) => this.path = path;

    /// <summary>Says that this process writes since now.</summary>
    public static WriterNote Leave(string store, TimeProvider clock)
    {
        var since = clock.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        var note = new WriterNote(PathOf(store));
        try
        {
            File.WriteAllText(note.path, $"{Environment.ProcessId} {Environment.MachineName} {since}\n");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // A write is as safe without its note; nobody can be told whose it is.
        }

        return note;
    }

    /// <summary>Who is writing, as part of a sentence.</summary>
    public static string Read(string store)
    {
        try
        {
            var parts = File.ReadAllText(PathOf(store)).Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries);
            if (parts.Length == 3 && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var process) && !IsStale(process, parts[1]))
            {
                return $"process {process} on {parts[1]}, since {parts[2]}";
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // No note, or it is just being written or removed: then nobody can be named.
        }

        return "another process, which left no note of itself";
    }

    public void Dispose()
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // What was written is safe; a stale note is tolerated.
        }
    }

    private static string PathOf(string store) => store + ".writer";

    private static bool IsStale(int process, string machine)
    {
        if (machine != Environment.MachineName) return false;
        try
        {
            using var running = Process.GetProcessById(process);
            return running.HasExited;
        }
        catch (ArgumentException)
        {
            return true;
        }
    }
}
