using CsrGraph.Store;
using CsrGraph.StoreTests.Harness;
using Xunit;

namespace CsrGraph.StoreTests;

public sealed class ChangeSetSpecs
{
    private static readonly DateTimeOffset First = new(2025, 1, 1, 8, 0, 0, TimeSpan.Zero);

    [Theory, EveryStore]
    public async Task An_empty_store_has_none(string store)
    {
        await using var graph = await GraphUnderTest.EmptyAsync(store);
        Assert.Empty(await graph.ChangeSetsAsync(new ChangeSetRequest(10)));
    }

    [Theory, EveryStore]
    public async Task What_was_applied_is_told_and_kept(string store)
    {
        await using var graph = await GraphUnderTest.SampleAsync(store);
        var second = await graph.ApplyAsync([.. Sample.Retracting("li spoke"), new Change.EntityAdded(Make.Pledge("pledge:red", "Red"))]);
        Assert.Equal(new ChangeSet(2, First.AddDays(1), "Ann", "load 2", "hash 2", 0, 1), second);
        Assert.Equal([second, new ChangeSet(1, First, "Ann", "load 1", "hash 1", 18, 0)], await graph.ChangeSetsAsync(new ChangeSetRequest(10)));
    }

    [Theory, EveryStore]
    public async Task A_rollback_has_no_source(string store)
    {
        await using var graph = await GraphUnderTest.EmptyAsync(store);
        await graph.Store.ApplyAsync(graph.Next() with { SourceHash = null }, Array.Empty<Change>().ToAsyncEnumerable(), TestContext.Current.CancellationToken);
        Assert.Null(Assert.Single(await graph.ChangeSetsAsync(new ChangeSetRequest(1))).SourceHash);
    }

    [Theory, EveryStore]
    public async Task The_latest_come_first_and_at_most_so_many(string store)
    {
        await using var graph = await FourAsync(store);
        Assert.Equal([4L, 3L], await NumbersAsync(graph, new ChangeSetRequest(2)));
        Assert.Equal([4L, 3L, 2L, 1L], await NumbersAsync(graph, new ChangeSetRequest(int.MaxValue)));
        Assert.Empty(await NumbersAsync(graph, new ChangeSetRequest(0)));
    }

    [Theory, EveryStore]
    public async Task By_number(string store)
    {
        await using var graph = await FourAsync(store);
        Assert.Equal([2L], await NumbersAsync(graph, new ChangeSetRequest(9, Number: 2)));
        Assert.Empty(await NumbersAsync(graph, new ChangeSetRequest(9, Number: 5)));
        Assert.Equal([3L, 2L], await NumbersAsync(graph, new ChangeSetRequest(2, UpTo: 3)));
        Assert.Empty(await NumbersAsync(graph, new ChangeSetRequest(9, Number: 3, UpTo: 2)));
    }

    [Theory, EveryStore]
    public async Task By_the_moment_up_to_which_they_were_applied_that_moment_included(string store)
    {
        await using var graph = await FourAsync(store);
        Assert.Equal([2L], await NumbersAsync(graph, new ChangeSetRequest(1, At: First.AddDays(1))));
        Assert.Equal([1L], await NumbersAsync(graph, new ChangeSetRequest(1, At: First.AddDays(1).AddTicks(-1))));
        Assert.Equal([2L], await NumbersAsync(graph, new ChangeSetRequest(1, At: new DateTimeOffset(2025, 1, 2, 16, 0, 0, TimeSpan.FromHours(8)))));
        Assert.Empty(await NumbersAsync(graph, new ChangeSetRequest(1, At: First.AddSeconds(-1))));
    }

    [Theory, EveryStore]
    public async Task A_clock_that_goes_back_does_not_take_the_order_with_it(string store)
    {
        await using var graph = await GraphUnderTest.EmptyAsync(store);
        await graph.ApplyAsync();
        var applied = await graph.Store.ApplyAsync(
            graph.Next() with { At = First.AddYears(-1) }, Array.Empty<Change>().ToAsyncEnumerable(), TestContext.Current.CancellationToken);
        Assert.Equal((2, First), (applied.Number, applied.At));
        Assert.Equal([2L], await NumbersAsync(graph, new ChangeSetRequest(1, At: First)));
    }

    [Theory, EveryStore]
    public async Task Several_requests_are_answered_in_their_order(string store)
    {
        await using var graph = await FourAsync(store);
        var answers = await graph.Store.ChangeSetsAsync(
            [new ChangeSetRequest(1, Number: 3), new ChangeSetRequest(2)], TestContext.Current.CancellationToken);
        Assert.Equal([[3L], [4L, 3L]], answers.Select(a => a.Select(c => c.Number)));
    }

    private static async Task<GraphUnderTest> FourAsync(string store)
    {
        var graph = await GraphUnderTest.EmptyAsync(store);
        for (var i = 0; i < 4; i++) await graph.ApplyAsync();
        return graph;
    }

    private static async Task<IEnumerable<long>> NumbersAsync(GraphUnderTest graph, ChangeSetRequest request) =>
        (await graph.ChangeSetsAsync(request)).Select(c => c.Number);
}
