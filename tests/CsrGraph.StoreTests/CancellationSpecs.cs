using CsrGraph.Store;
using CsrGraph.StoreTests.Harness;
using Xunit;

namespace CsrGraph.StoreTests;

public sealed class CancellationSpecs
{
    private static readonly CancellationToken Cancelled = new(canceled: true);

    [Theory, EveryStore]
    public async Task A_cancelled_question_is_not_answered(string store)
    {
        await using var graph = await GraphUnderTest.SampleAsync(store);
        Func<Task>[] questions =
        [
            () => graph.Store.EntitiesAsync(["org:alpha"], graph.Now, Cancelled),
            () => graph.Store.FindAsync([new FindRequest { Kinds = ["EVENT"], Page = PageRequest.All }], graph.Now, Cancelled),
            () => graph.Store.RelationsAsync([RelationSpecs.Ask("org:alpha", new("SIGNED", RelationEnd.Subject))], graph.Now, Cancelled),
            () => graph.Store.ClaimsAsync([new ClaimRequest { By = ClaimsBy.All, Page = PageRequest.All }], graph.Now, Cancelled),
            () => graph.Store.EvidenceAsync([new EvidenceRequest([Sample.Id("li spoke")])], graph.Now, Cancelled),
            () => graph.Store.SearchAsync([new SearchRequest("Alpha", ["ORGANISATION"], PageRequest.All)], graph.Now, Cancelled),
            () => graph.Store.CountAsync([new CountRequest.Standing(CountOf.ClaimsByKind)], graph.Now, Cancelled),
            () => graph.Store.ChangeSetsAsync([new ChangeSetRequest(1)], Cancelled),
            async () => await graph.Store.ChangesAsync(0, 1, Cancelled).CountAsync(TestContext.Current.CancellationToken),
            () => graph.Store.ApplyAsync(graph.Next(), Array.Empty<Change>().ToAsyncEnumerable(), Cancelled),
        ];
        foreach (var question in questions) await Assert.ThrowsAnyAsync<OperationCanceledException>(question);
    }

    [Theory, EveryStore]
    public async Task A_load_that_is_cancelled_halfway_leaves_the_state_before_and_the_store_free(string store)
    {
        await using var graph = await GraphUnderTest.SampleAsync(store);
        using var source = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => graph.Store.ApplyAsync(graph.Next(), CancelledOnTheWay(source), source.Token));
        Assert.Single(await graph.ChangeSetsAsync(new ChangeSetRequest(10)));
        Assert.Null(await graph.EntityAsync("pledge:red", new AsOf(2)));
        Assert.Equal(2, (await graph.ApplyAsync(new Change.EntityAdded(Make.Pledge("pledge:red", "Red")))).Number);
    }

    private static async IAsyncEnumerable<Change> CancelledOnTheWay(CancellationTokenSource source)
    {
        yield return new Change.EntityAdded(Make.Pledge("pledge:red", "Red"));
        await source.CancelAsync();
        for (var i = 0; i < 10_000; i++) yield return new Change.EntityAdded(Make.Person($"person:p{i}", "Somebody"));
    }
}
