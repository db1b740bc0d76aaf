using System.CommandLine;
using CsrGraph.Cli.Output;
using CsrGraph.Cli.Stores;
using CsrGraph.Store;

namespace CsrGraph.Cli.Verbs;

/// <summary><c>csrgraph load</c>: applies a seed folder to a store as one change-set.</summary>
internal static class LoadCommand
{
    public static Verb Create(Invocation invocation)
    {
        var folder = VerbOptions.Folder(invocation);
        var store = VerbOptions.Store(invocation);
        var sources = VerbOptions.Sources(invocation);
        var author = VerbOptions.Author();
        var message = VerbOptions.Message();
        var prune = Prune();
        return new Verb("load", "Applies a seed folder as one change-set, whole or not at all. Documents that the folder does not hold stay, unless --prune.")
        {
            Arguments = { folder },
            Options = { store.Store, store.Neo4jFile, sources, author, message, prune },
            Examples = ["csrgraph load seed --message \"The forum's signatories\""],
            ExitCodes =
            [
                (ExitCode.BadInput, "the folder has problems; nothing was loaded"),
                (ExitCode.Unavailable, "the store cannot be reached, is full, or somebody else is loading; nothing was loaded"),
            ],
        }.Does(async (parsed, cancellation) =>
        {
            var seeds = new Seeds(invocation, parsed.GetRequiredValue(folder), parsed.GetValue(sources));
            if (seeds.IsBulk)
            {
                return await BulkAsync(
                    invocation,
                    seeds,
                    store.Name(parsed),
                    () => store.OpenAsync(parsed, StoreNeed.Made, cancellation),
                    parsed.GetValue(prune),
                    VerbOptions.AuthorOf(invocation, parsed.GetValue(author)),
                    parsed.GetValue(message) ?? $"load of {seeds.Folder}",
                    cancellation);
            }

            if (await seeds.ReadOrReportAsync() is not { } graph) return ExitCode.BadInput;
            await using var opened = await store.OpenAsync(parsed, StoreNeed.Made, cancellation);
            await SayForeignNodesAsync(invocation, opened, cancellation);
            var changes = new StoreChanges(invocation, opened.Store);
            var plan = await changes.PlanLoadAsync(graph, parsed.GetValue(prune), cancellation);
            if (!changes.IsPossible(plan)) return ExitCode.BadInput;
            var last = await changes.LastAsync(cancellation);
            if (plan.IsEmpty && last?.SourceHash == graph.Hash)
            {
                invocation.Out.WriteLine($"nothing to load: change-set {last.Number} says all that {seeds.Folder} says");
                return ExitCode.Done;
            }

            var applied = await changes.ApplyAsync(
                plan,
                VerbOptions.AuthorOf(invocation, parsed.GetValue(author)),
                parsed.GetValue(message) ?? $"load of {seeds.Folder}",
                graph.Hash,
                cancellation);
            invocation.Out.WriteLine($"change-set {applied.Number}: {StoreChanges.Summary(plan)}");
            return ExitCode.Done;
        });
    }

    private static async Task<int> BulkAsync(
        Invocation invocation, Seeds seeds, string store, Func<Task<OpenStore>> open, bool prune, string author, string message, CancellationToken cancellation)
    {
        using var seed = await seeds.ReadBulkOrReportAsync(BulkChanges.ScratchOf(store), cancellation);
        if (seed is null) return ExitCode.BadInput;
        await using var opened = await open();
        await SayForeignNodesAsync(invocation, opened, cancellation);
        var changes = new BulkChanges(invocation, opened.Store);
        using var plan = await changes.PlanAsync(seed, prune, cancellation);
        if (!changes.IsPossible(plan)) return ExitCode.BadInput;
        var last = await opened.Store.LastChangeSetAsync(cancellation);
        if (plan.IsEmpty && last?.SourceHash == seed.Summary.Hash)
        {
            invocation.Out.WriteLine($"nothing to load: change-set {last.Number} says all that {seeds.Folder} says");
            return ExitCode.Done;
        }

        var applied = await changes.ApplyAsync(plan, author, message, seed.Summary.Hash, cancellation);
        invocation.Out.WriteLine($"change-set {applied.Number}: {BulkChanges.Summary(plan)}");
        return ExitCode.Done;
    }

    private static async Task SayForeignNodesAsync(Invocation invocation, OpenStore opened, CancellationToken cancellation)
    {
        if (opened.Database is not { } database || await database.ForeignNodesAsync(cancellation) is not (> 0 and var count)) return;
        invocation.Out.WriteLine($"the database also holds {Counted.Of(count, "node")} that are not ours; they stay as they are");
    }

    public static Option<bool> Prune() => new("--prune") { Description = "Retracts the documents that the folder does not hold" };
}
