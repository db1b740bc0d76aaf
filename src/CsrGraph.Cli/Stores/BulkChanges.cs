using CsrGraph.Cli.Output;
using CsrGraph.Seeding;
using CsrGraph.Seeding.Bulk;
using CsrGraph.Store;

namespace CsrGraph.Cli.Stores;

/// <summary>Plans and applies what a seed folder of any size changes in one store.</summary>
internal sealed class BulkChanges(Invocation invocation, IGraphStore store)
{
    private readonly Progress progress = new(invocation);

    /// <summary>Where to sort what does not fit into memory: beside the store, where there has to be room for its like, else where temporary files are.</summary>
    public static string ScratchOf(string store) =>
        Path.GetDirectoryName(Path.GetFullPath(store)) is { } folder && Directory.Exists(folder) && store != OpenStore.Neo4j ? folder : Path.GetTempPath();

    /// <summary>What a plan comes to whose changes were all read.</summary>
    public static string Summary(BulkPlan plan) => plan.IsEmpty ? "an empty change-set; only the files differ, not what they say" : plan.Tally.ToString();

    public async Task<BulkPlan> PlanAsync(BulkSeed seed, bool prune, CancellationToken cancellation)
    {
        var work = new WorkProgress();
        return await progress.WhileAsync(work, () => new BulkPlanner(store, invocation.Vocabulary).PlanAsync(seed, prune, work, cancellation));
    }

    /// <summary>True where nothing stands in a plan's way; else says what does.</summary>
    public bool IsPossible(BulkPlan plan)
    {
        foreach (var problem in plan.Problems) invocation.Error.WriteLine(problem);
        return plan.Problems.Count == 0;
    }

    public async Task<ChangeSet> ApplyAsync(BulkPlan plan, string author, string message, string sourceHash, CancellationToken cancellation)
    {
        var changeSet = new NewChangeSet(plan.Head, invocation.Time.GetUtcNow(), author, message, sourceHash);
        var work = new WorkProgress();
        return await progress.WhileAsync(work, () => store.ApplyAsync(changeSet, plan.ChangesAsync(work, cancellation), cancellation));
    }

    /// <summary>What a plan comes to, without applying it.</summary>
    public async Task<string> CountAsync(BulkPlan plan, CancellationToken cancellation)
    {
        var work = new WorkProgress();
        return await progress.WhileAsync(work, async () =>
        {
            await foreach (var _ in plan.ChangesAsync(work, cancellation)) cancellation.ThrowIfCancellationRequested();
            return plan.Tally.ToString();
        });
    }
}
