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
}
