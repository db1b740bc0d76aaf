using System.CommandLine;
using CsrGraph.Neo4j;
using CsrGraph.Sqlite;
using CsrGraph.Store;

namespace CsrGraph.Benchmarks;

/// <summary>The verb <c>add</c>: a load replaces what a folder says, and would refuse to leave out all that a made sector has.</summary>
internal static class AddCommand
{
    public static Command Create()
    {
        var to = new Argument<string>("store") { Description = "The store that is added to, such as a made sector: a SQLite file, or neo4j for that of NEO4J_URI" };
        var from = new Argument<string>("other") { Description = "The SQLite file of the store whose entities and claims are added, such as the seeds, which the cookbook asks of" };
        var command = new Command("add", "Adds what one store holds to another, as one change-set.") { to, from };
        command.SetAction((parsed, cancellation) => RunAsync(parsed.GetRequiredValue(to), parsed.GetRequiredValue(from), cancellation));
        return command;
    }

    private static async Task RunAsync(string path, string other, CancellationToken cancellation)
    {
        await using IGraphStore store = path == "neo4j"
            ? await Neo4jGraphStore.OpenAsync(Neo4jSettings.FromEnvironment(), cancellation)
            : await SqliteGraphStore.OpenAsync(path, cancellation);
        await using var source = await SqliteGraphStore.OpenAsync(new SqliteStoreOptions(other) { IsReadOnly = true }, cancellation);
        var added = new NewChangeSet(await store.HeadAsync(cancellation), TimeProvider.System.GetUtcNow(), "benchmark", $"added: {other}", null);
        await store.ApplyAsync(added, source.ChangesAsync(0, await source.HeadAsync(cancellation), cancellation), cancellation);
    }
}
