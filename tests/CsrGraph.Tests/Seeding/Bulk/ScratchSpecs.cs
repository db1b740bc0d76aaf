using CsrGraph.InMemory;
using CsrGraph.Seeding;
using CsrGraph.Seeding.Bulk;
using CsrGraph.Store;
using CsrGraph.Vocabulary;
using Xunit;

namespace CsrGraph.Tests.Seeding.Bulk;

public sealed class ScratchSpecs : IDisposable
{
    private static readonly VocabularyDefinition Terms = VocabularyDefinition.Load();
    private readonly BulkCopy copy = new(BulkCopy.Of(SeedFolder.Read(SeedCopy.Folder, Terms).Graph!));

    public void Dispose() => copy.Dispose();

    [Fact]
    public void A_scratch_folder_without_room_is_said_so()
    {
        copy.Write("file", "");
        var scratch = Path.Combine(copy.Folder, "file");

        var thrown = Assert.Throws<StoreUnavailableException>(() => Read(scratch, TestContext.Current.CancellationToken));

        Assert.Contains(scratch, thrown.Message, StringComparison.Ordinal);
        Assert.Contains("room", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_left_behind_whether_it_is_used_or_thrown_away()
    {
        await using var store = new InMemoryStore();
        using (var seed = Read(copy.Folder, TestContext.Current.CancellationToken))
        using (var plan = await new BulkPlanner(store, Terms).PlanAsync(seed, prune: false, cancellation: TestContext.Current.CancellationToken))
        {
            // Taken by halves, as by a store that stops within.
            await foreach (var change in plan.ChangesAsync(cancellation: TestContext.Current.CancellationToken))
            {
                if (change is Change.EvidenceAdded) break;
            }
        }

        Assert.Equal(BulkCopy.Files, Directory.EnumerateFiles(copy.Folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task What_a_store_does_after_the_last_change_is_no_longer_called_loading()
    {
        await using var store = new InMemoryStore();
        using var seed = Read(copy.Folder, TestContext.Current.CancellationToken);
        using var plan = await new BulkPlanner(store, Terms).PlanAsync(seed, prune: false, cancellation: TestContext.Current.CancellationToken);
        var work = new WorkProgress();

        await foreach (var change in plan.ChangesAsync(work, TestContext.Current.CancellationToken))
        {
            if (change is Change.EvidenceAdded) Assert.Equal("loading", work.What);
        }

        Assert.Equal(("finishing: indexes and counts", null), (work.What, work.Part));
    }

    [Fact]
    public void Work_that_is_cancelled_stops_and_leaves_nothing_behind()
    {
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();

        Assert.Throws<OperationCanceledException>(() => Read(copy.Folder, cancelled.Token));

        Assert.Equal(BulkCopy.Files, Directory.EnumerateFiles(copy.Folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    private static BulkSeed Read(string folder, string scratch, CancellationToken cancellation) =>
        BulkSeed.Read(folder, Terms, new SeedOptions(), new BulkOptions(scratch, SortBytes: 1_000), cancellation: cancellation);

    private BulkSeed Read(string scratch, CancellationToken cancellation) => Read(copy.Folder, scratch, cancellation);
}
