namespace CsrGraph.Cli.Output;

/// <summary>Looks over the name of a file that is to be written.</summary>
internal static class OutFile
{
    // A store's own, its log's and its index's.
    private static readonly string[] Ends = ["", "-wal", "-shm"];

    /// <summary>Refuses what no file can take the place of.</summary>
    /// <param name="path">The file.</param>
    /// <param name="store">The store that is read.</param>
    /// <exception cref="WrongUsageException">It names nothing, a device, or the store itself.</exception>
    public static void Require(string path, string store)
    {
        if (string.IsNullOrWhiteSpace(path)) throw new WrongUsageException("--out names no file");
        var full = Path.GetFullPath(path);
        if (full.StartsWith("/dev/", StringComparison.Ordinal)) throw new WrongUsageException($"'{path}' is a device, whose place no file can take: without --out it goes to standard output");
        if (Ends.Any(end => full == Path.GetFullPath(store + end))) throw new WrongUsageException("the export cannot take the place of the store itself: name another file");
    }
}
