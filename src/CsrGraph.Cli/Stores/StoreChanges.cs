using CsrGraph.Cli.Output;
using CsrGraph.Query;
using CsrGraph.Seeding;
using CsrGraph.Seeding.Changes;
using CsrGraph.Store;

namespace CsrGraph.Cli.Stores;

/// <summary>Plans, says and applies changes of one store.</summary>
internal sealed class StoreChanges(Invocation invocation, IGraphStore store)
{
    private readonly Progress progress = new(invocation);

    /// <summary>What a plan comes to, in one line.</summary>
    public static string Summary(ChangePlan plan)
    {
        if (plan.IsEmpty) return "an empty change-set; only the files differ, not what they say";
        var tally = new ChangeTally();
        foreach (var change in plan.Changes) tally.Add(change);
        return tally.ToString();
    }

    /// <summary>The last change-set, or null where the store has never had one.</summary>
    public Task<ChangeSet?> LastAsync(CancellationToken cancellation) => store.LastChangeSetAsync(cancellation);

    public Task<ChangePlan> PlanLoadAsync(SeedGraph graph, bool prune, CancellationToken cancellation) =>
        progress.WhileAsync("comparing", () => new LoadPlanner(store, invocation.Vocabulary).PlanAsync(graph, prune, cancellation));

    /// <summary>The inverse of a change-set; null where there is no such one.</summary>
    public Task<ChangePlan?> PlanRollbackAsync(long number, CancellationToken cancellation) =>
        progress.WhileAsync("comparing", () => new RollbackPlanner(store, invocation.Vocabulary).PlanAsync(number, cancellation));

    /// <summary>True where nothing stands in a plan's way; else says what does.</summary>
    public bool IsPossible(ChangePlan plan)
    {
        foreach (var problem in plan.Problems) invocation.Error.WriteLine(problem);
        return plan.Problems.Count == 0;
    }

    /// <summary>Says a plan, line by line.</summary>
    public Task SayAsync(ChangePlan plan, CancellationToken cancellation) => SayAsync(plan.Changes, new AsOf(plan.Head), cancellation);

    /// <summary>Says a change-set, line by line.</summary>
    public async Task SayAsync(long number, CancellationToken cancellation)
    {
        var changes = new List<Change>();
        await foreach (var change in store.ChangesAsync(number - 1, number, cancellation)) changes.Add(change);
        await SayAsync(changes, new AsOf(number), cancellation);
    }

    public Task<ChangeSet> ApplyAsync(ChangePlan plan, string author, string message, string? sourceHash, CancellationToken cancellation)
    {
        var changeSet = new NewChangeSet(plan.Head, invocation.Time.GetUtcNow(), author, message, sourceHash);
        return progress.WhileAsync(
            $"applying {plan.Changes.Count} changes", () => store.ApplyAsync(changeSet, plan.Changes.ToAsyncEnumerable(), cancellation));
    }

    private async Task SayAsync(IReadOnlyList<Change> changes, AsOf asOf, CancellationToken cancellation)
    {
        foreach (var line in await new ChangeSentences(store, invocation.Vocabulary).SayAsync(changes, asOf, Tongue.En, cancellation)) invocation.Out.WriteLine(line);
    }
}
