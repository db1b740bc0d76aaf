using CsrGraph.Cli.Stores;

namespace CsrGraph.Cli.Verbs;

/// <summary><c>csrgraph diff</c>: says what a load would change.</summary>
internal static class DiffCommand
{
    public static Verb Create(Invocation invocation)
    {
        var folder = VerbOptions.Folder(invocation);
        var store = VerbOptions.Store(invocation);
        var sources = VerbOptions.Sources(invocation);
        var prune = LoadCommand.Prune();
        return new Verb("diff", "Says what a load would add (+), retract (-) and change (~), as sentences. Loads nothing.")
        {
            Arguments = { folder },
            Options = { store.Store, store.Neo4jFile, sources, prune },
            Examples = ["csrgraph diff seed --store data/csrgraph.db"],
            ExitCodes = [(ExitCode.BadInput, "the folder has problems"), (ExitCode.Unavailable, "the store cannot be reached")],
        }.Does(async (parsed, cancellation) =>
        {
            var seeds = new Seeds(invocation, parsed.GetRequiredValue(folder), parsed.GetValue(sources));
            if (seeds.IsBulk)
            {
                return await BulkAsync(
                    invocation, seeds, store.Name(parsed), () => store.OpenAsync(parsed, StoreNeed.ReadOrEmpty, cancellation), parsed.GetValue(prune), cancellation);
            }

            if (await seeds.ReadOrReportAsync() is not { } graph) return ExitCode.BadInput;
            await using var opened = await store.OpenAsync(parsed, StoreNeed.ReadOrEmpty, cancellation);
            var changes = new StoreChanges(invocation, opened.Store);
            var plan = await changes.PlanLoadAsync(graph, parsed.GetValue(prune), cancellation);
            if (!changes.IsPossible(plan)) return ExitCode.BadInput;
            await changes.SayAsync(plan, cancellation);
            invocation.Out.WriteLine(plan.IsEmpty ? $"no difference: the store says what {seeds.Folder} says" : StoreChanges.Summary(plan));
            return ExitCode.Done;
        });
    }

    // Nobody reads a million sentences.
    private static async Task<int> BulkAsync(
        Invocation invocation, Seeds seeds, string store, Func<Task<OpenStore>> open, bool prune, CancellationToken cancellation)
    {
        using var seed = await seeds.ReadBulkOrReportAsync(BulkChanges.ScratchOf(store), cancellation);
        if (seed is null) return ExitCode.BadInput;
        await using var opened = await open();
        var changes = new BulkChanges(invocation, opened.Store);
        using var plan = await changes.PlanAsync(seed, prune, cancellation);
        if (!changes.IsPossible(plan)) return ExitCode.BadInput;
        invocation.Out.WriteLine(plan.IsEmpty ? $"no difference: the store says what {seeds.Folder} says" : await changes.CountAsync(plan, cancellation));
        return ExitCode.Done;
    }
}
