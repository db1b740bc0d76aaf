using System.CommandLine;
using CsrGraph.Cli.Stores;
using CsrGraph.Sqlite;
using CsrGraph.Store;

namespace CsrGraph.Cli.Verbs;

/// <summary><c>csrgraph backup</c>: copies a store into a file while it is in use.</summary>
internal static class BackupCommand
{
    // A store's own, its log's and its index's.
    private static readonly string[] Ends = ["", "-wal", "-shm"];

    public static Verb Create(Invocation invocation)
    {
        var target = new Argument<string>("FILE") { Description = "The copy; a file that is there is kept, unless --force" };
        var store = VerbOptions.Store(invocation);
        var force = new Option<bool>("--force") { Description = "Puts the copy in the place of a file that is there" };
        return new Verb("backup", "Copies the store into a file of its own, whole, while others read and write it.")
        {
            Arguments = { target },
            Options = { store.Store, store.Neo4jFile, force },
            Examples = ["csrgraph backup copy.db", "csrgraph backup /mnt/copies/monday.db --store data/csrgraph.db"],
            ExitCodes =
            [
                (ExitCode.BadInput, "the file is there already"),
                (ExitCode.Unavailable, "the store cannot be reached, or the copy cannot be written"),
            ],
        }.Does(async (parsed, cancellation) =>
        {
            if (store.Name(parsed) == OpenStore.Neo4j)
            {
                throw new WrongUsageException("Neo4j makes its own copies: 'neo4j-admin database dump', or 'neo4j-admin database backup' in Enterprise Edition");
            }

            var path = parsed.GetRequiredValue(target);
            if (Path.GetFullPath(path) == Path.GetFullPath(store.Name(parsed))) throw new WrongUsageException("the copy cannot take the place of the store itself: name another file");
            if (File.Exists(path) && !parsed.GetValue(force)) throw new BadInputException($"'{path}' is there already: name another file, or say --force");
            await using var opened = await store.OpenAsItIsAsync(parsed, StoreNeed.Existing, cancellation);
            var head = await CopyAsync(opened, path, cancellation);
            invocation.Out.WriteLine($"{path}: {store.Name(parsed)} at change-set {head}, {new FileInfo(path).Length} bytes");
            return ExitCode.Done;
        });
    }

    // Beside the file first, so that a copy that fails leaves the file that was there; and opened, since a copy is no copy before it was.
    private static async Task<long> CopyAsync(OpenStore opened, string path, CancellationToken cancellation)
    {
        var copy = $"{path}.{Guid.NewGuid():N}";
        try
        {
            await opened.File!.BackupAsync(copy, cancellation);
            var head = await HeadAsync(copy, cancellation);
            File.Move(copy, path, overwrite: true);
            return head;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StoreUnavailableException($"'{path}' cannot be written: see to its folder and its rights ({e.Message})", e);
        }
        finally
        {
            foreach (var left in Ends.Select(end => copy + end).Where(File.Exists)) File.Delete(left);
        }
    }

    private static async Task<long> HeadAsync(string path, CancellationToken cancellation)
    {
        await using var store = await SqliteGraphStore.OpenAsync(path, cancellation);
        return await store.HeadAsync(cancellation);
    }
}
