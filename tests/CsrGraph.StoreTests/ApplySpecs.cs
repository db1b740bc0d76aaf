using CsrGraph.Model;
using CsrGraph.Store;
using CsrGraph.StoreTests.Harness;
using Xunit;

namespace CsrGraph.StoreTests;

public sealed class ApplySpecs
{
    private static readonly Change[] SomeChanges =
    [
        .. Sample.Retracting("li spoke"),
        new Change.EntityRetracted(Sample.Alpha),
        new Change.EntityAdded(Sample.Alpha with { Names = [Make.Full("Omega")] }),
        new Change.EntityAdded(Make.Pledge("pledge:red", "Red")),
        new Change.ClaimAdded(Make.Relation("org:delta", "SIGNED", "pledge:green"), Make.Order(4)),
        new Change.ClaimReordered(Sample.Id("wang spoke"), Make.Order(3)),
    ];

    [Theory, EveryStore]
    public async Task A_stream_that_fails_at_any_place_leaves_the_state_before(string store)
    {
        await using var graph = await GraphUnderTest.SampleAsync(store);
        for (var good = 0; good <= SomeChanges.Length; good++)
        {
            var thrown = await Assert.ThrowsAsync<InvalidDataException>(
                () => graph.Store.ApplyAsync(graph.Next(), FailingAfter(good), TestContext.Current.CancellationToken));
            Assert.Equal("the source broke", thrown.Message);
            await AssertUntouchedAsync(graph);
        }

        Assert.Equal(2, (await graph.ApplyAsync(SomeChanges)).Number);
        Assert.Equal("Omega", (await graph.EntityAsync("org:alpha"))?.Name);
    }

    [Theory, EveryStore]
    public async Task A_change_that_makes_no_sense_leaves_the_state_before(string store)
    {
        await using var graph = await GraphUnderTest.SampleAsync(store);
        var unknown = Make.Relation("org:delta", "SIGNED", "pledge:blue");
        Change[] senseless =
        [
            new Change.EntityAdded(Sample.Alpha),
            new Change.EntityRetracted(Make.Pledge("pledge:none", "None")),
            new Change.ClaimAdded(Sample.Claim("alpha figure"), Make.Order(1)),
            new Change.ClaimRetracted(unknown),
            new Change.EvidenceAdded(unknown.Id, Make.Words("doc-a", 1)),
            new Change.EvidenceAdded(Sample.Id("wang spoke"), Make.Words("doc-a", 70)),
            new Change.EvidenceRetracted(Sample.Id("wang spoke"), Make.Words("doc-a", 71)),
            new Change.ClaimReordered(unknown.Id, Make.Order(1)),
            new Change.EntityRedated(new EntityId("event:none"), null),
        ];
        foreach (var change in senseless)
        {
            var thrown = await Record.ExceptionAsync(() => graph.Store.ApplyAsync(
                graph.Next(), SomeChanges.Append(change).ToAsyncEnumerable(), TestContext.Current.CancellationToken));
            Assert.True(thrown is not null, $"{change} was applied");
            await AssertUntouchedAsync(graph);
        }
    }

    [Theory, EveryStore]
    public async Task Changes_computed_against_another_head_are_refused_with_the_head_as_it_is(string store)
    {
        await using var graph = await GraphUnderTest.SampleAsync(store);
        foreach (var expected in new[] { 0, 2, 7 })
        {
            var moved = await Assert.ThrowsAsync<StoreMovedException>(() => graph.Store.ApplyAsync(
                graph.Next() with { ExpectedHead = expected }, SomeChanges.ToAsyncEnumerable(), TestContext.Current.CancellationToken));
            Assert.Equal(1, moved.Actual);
        }

        await AssertUntouchedAsync(graph);
    }

    [Theory, EveryStore]
    public async Task Changes_are_not_read_for_a_head_that_has_moved(string store)
    {
        await using var graph = await GraphUnderTest.SampleAsync(store);
        await Assert.ThrowsAsync<StoreMovedException>(
            () => graph.Store.ApplyAsync(graph.Next() with { ExpectedHead = 0 }, FailingAfter(0), TestContext.Current.CancellationToken));
    }

    [Theory, EveryStore]
    public async Task Readers_see_nothing_of_a_change_set_before_all_is_there(string store)
    {
        await using var graph = await GraphUnderTest.SampleAsync(store);
        var halfway = new TaskCompletionSource();
        var goOn = new TaskCompletionSource();
        var applying = graph.ApplyAsideAsync(PausingAfter(4, halfway, goOn));
        await halfway.Task.WaitAsync(TestContext.Current.CancellationToken);
        await AssertUntouchedAsync(graph);
        goOn.SetResult();
        Assert.Equal(2, (await applying).Number);
        Assert.Equal("Omega", (await graph.EntityAsync("org:alpha", new AsOf(2)))?.Name);
        Assert.Equal("Alpha", (await graph.EntityAsync("org:alpha", new AsOf(1)))?.Name);
    }

    [Theory, EveryStore]
    public async Task A_second_writer_waits_and_then_is_told_that_the_store_is_busy(string store)
    {
        await using var graph = await GraphUnderTest.SampleAsync(store);
        var begun = new TaskCompletionSource();
        var goOn = new TaskCompletionSource();
        var first = graph.ApplyAsideAsync(PausingAfter(0, begun, goOn));
        await begun.Task.WaitAsync(TestContext.Current.CancellationToken);
        var clock = TimeProvider.System.GetTimestamp();
        await Assert.ThrowsAsync<StoreBusyException>(() => graph.ApplyAsideAsync(SomeChanges.ToAsyncEnumerable()));
        Assert.InRange(TimeProvider.System.GetElapsedTime(clock).TotalSeconds, 4.5, 20);
        goOn.SetResult();
        Assert.Equal(2, (await first).Number);
    }

    [Theory, EveryStore]
    public async Task A_second_writer_goes_on_once_the_first_is_done_and_finds_that_the_head_has_moved(string store)
    {
        await using var graph = await GraphUnderTest.SampleAsync(store);
        var begun = new TaskCompletionSource();
        var goOn = new TaskCompletionSource();
        var first = graph.ApplyAsideAsync(PausingAfter(0, begun, goOn));
        await begun.Task.WaitAsync(TestContext.Current.CancellationToken);
        var second = graph.ApplyAsideAsync(SomeChanges.ToAsyncEnumerable());
        goOn.SetResult();
        await first;
        Assert.Equal(2, (await Assert.ThrowsAsync<StoreMovedException>(() => second)).Actual);
    }

    private static async Task AssertUntouchedAsync(GraphUnderTest graph)
    {
        Assert.Equal(1, Assert.Single(await graph.ChangeSetsAsync(new ChangeSetRequest(10))).Number);
        foreach (var asOf in new[] { new AsOf(1), new AsOf(2) })
        {
            Assert.Equal("Alpha", (await graph.EntityAsync("org:alpha", asOf))?.Name);
            Assert.Null(await graph.EntityAsync("pledge:red", asOf));
            Assert.Equal(["wang spoke", "li spoke"], GraphUnderTest.Names(await graph.RelationsAsync(
                RelationSpecs.Ask("event:forum", new("SPOKE_AT", RelationEnd.Object)) with { Sort = SortTerm.Printed }, asOf)));
            Assert.Equal([("Credit", 1), ("Figure", 1), ("Relation", 15), ("Roster", 1)], await graph.CountAsync(CountOf.ClaimsByKind, asOf));
            Assert.Single(await graph.EvidenceAsync(Sample.Claim("li spoke"), asOf: asOf));
        }
    }

    private static async IAsyncEnumerable<Change> FailingAfter(int good)
    {
        foreach (var change in SomeChanges.Take(good)) yield return change;
        await Task.Yield();
        throw new InvalidDataException("the source broke");
    }

    private static async IAsyncEnumerable<Change> PausingAfter(int good, TaskCompletionSource paused, TaskCompletionSource goOn)
    {
        foreach (var change in SomeChanges.Take(good)) yield return change;
        paused.SetResult();
        await goOn.Task;
        foreach (var change in SomeChanges.Skip(good)) yield return change;
    }
}
