using System.CommandLine;
using CsrGraph.Cli.Stores;

namespace CsrGraph.Cli.Verbs;

/// <summary><c>csrgraph backup</c>: copies a store into a file while it is in use.</summary>
internal static class BackupCommand
{
    public static Verb Create(Invocation invocation)
    {
        var target = new Argument<string>("FILE") { Description = "The copy, which must not be there yet" };
        var store = VerbOptions.Store(invocation);
        var force = new Option<bool>("--force") { Description = "Puts the copy in the place of a file that is there" };
        return new Verb("backup", "Copies the store into a file of its own, whole, while others read and write it.")
        {
            Arguments = { target },
            Options = { store.Store, store.Neo4jFile, force },
            Examples = ["csrgraph backup copy.db", "csrgraph backup /mnt/copies/monday.db --store data/csrgraph.db"],
            ExitCodes = [(ExitCode.BadInput, "the file is there already"), (ExitCode.Unavailable, "the store cannot be reached, or the copy cannot be written")],
        }.Does(async (parsed, cancellation) =>
        {
            if (store.Name(parsed) == OpenStore.Neo4j)
            {
                throw new WrongUsageException("Neo4j makes its own copies: 'neo4j-admin database dump', or 'neo4j-admin database backup' in Enterprise Edition");
            }

            var path = parsed.GetRequiredValue(target);
            await using var opened = await store.OpenAsync(parsed, StoreNeed.Existing, cancellation);
            await CopyAsync(opened, path, parsed.GetValue(force), cancellation);
            invocation.Out.WriteLine($"{path}: {store.Name(parsed)} at change-set {await opened.HeadAsync(cancellation)}, {new FileInfo(path).Length} bytes");
            return ExitCode.Done;
        });
    }

    // Beside the file first, so that a copy that fails leaves the file that was there.
    private static async Task CopyAsync(OpenStore opened, string path, bool force, CancellationToken cancellation)
    {
        if (File.Exists(path) && !force) throw new BadInputException($"'{path}' is there already: name another file, or say --force");
        var copy = force ? path + ".copy" : path;
        await opened.File!.BackupAsync(copy, cancellation);
        if (force) File.Move(copy, path, overwrite: true);
    }
}
