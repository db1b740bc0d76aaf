using CsrGraph.Store;
using CsrGraph.StoreTests.Harness;
using Xunit;

namespace CsrGraph.StoreTests;

public sealed class CountSpecs
{
    [Theory, EveryStore]
    public async Task Entities_and_documents_by_kind(string store)
    {
        await using var graph = await GraphUnderTest.SampleAsync(store);
        Assert.Equal([("DOCUMENT", 3), ("EVENT", 4), ("ORGANISATION", 4), ("PERSON", 2), ("PLEDGE", 2)], await graph.CountAsync(CountOf.EntitiesByKind));
    }

    [Theory, EveryStore]
    public async Task Relations_by_type(string store)
    {
        await using var graph = await GraphUnderTest.SampleAsync(store);
        Assert.Equal(
            [("ATTENDED", 6), ("GUIDED", 1), ("HOLDS_POSITION", 2), ("SAME_AS", 1), ("SIGNED", 3), ("SPOKE_AT", 2)], await graph.CountAsync(CountOf.RelationsByType));
    }

    [Theory, EveryStore]
    public async Task Claims_by_kind(string store)
    {
        await using var graph = await GraphUnderTest.SampleAsync(store);
        Assert.Equal([("Credit", 1), ("Figure", 1), ("Relation", 15), ("Roster", 1)], await graph.CountAsync(CountOf.ClaimsByKind));
    }

    [Theory, EveryStore]
    public async Task Claims_by_document_each_once_however_many_pieces_bear_it(string store)
    {
        await using var graph = await GraphUnderTest.SampleAsync(store);
        Assert.Equal([("doc-a", 12), ("doc-b", 4), ("doc-c", 4)], await graph.CountAsync(CountOf.ClaimsByDocument));
    }

    [Theory, EveryStore]
    public async Task Claims_that_do_not_hold_on_the_day_are_not_counted(string store)
    {
        await using var graph = await GraphUnderTest.SampleAsync(store);
        var day = new AsOf(1, Make.Day("2018-01-01"));
        Assert.Equal([("ATTENDED", 1), ("HOLDS_POSITION", 1), ("SAME_AS", 1), ("SIGNED", 2)], await graph.CountAsync(CountOf.RelationsByType, day));
        Assert.Equal([("Figure", 1), ("Relation", 5), ("Roster", 1)], await graph.CountAsync(CountOf.ClaimsByKind, day));
        Assert.Equal([("doc-a", 3), ("doc-b", 3), ("doc-c", 2)], await graph.CountAsync(CountOf.ClaimsByDocument, day));
        Assert.Equal(5, (await graph.CountAsync(CountOf.EntitiesByKind, day)).Count());
    }

    [Theory, EveryStore]
    public async Task Counts_follow_the_head_in_both_directions_and_leave_zeros_out(string store)
    {
        await using var graph = await GraphUnderTest.SampleAsync(store);
        await graph.ApplyAsync([.. Sample.Retracting("gamma guided forum"), .. Sample.Retracting("li spoke")]);
        await graph.ApplyAsync([.. Sample.Adding("li spoke"), new Change.EntityAdded(Make.Pledge("pledge:red", "Red"))]);
        Assert.Equal([1, 0, 0], await NumbersAsync(CountOf.RelationsByType, "GUIDED"));
        Assert.Equal([2, 1, 2], await NumbersAsync(CountOf.RelationsByType, "SPOKE_AT"));
        Assert.Equal([15, 13, 14], await NumbersAsync(CountOf.ClaimsByKind, "Relation"));
        Assert.Equal([12, 10, 11], await NumbersAsync(CountOf.ClaimsByDocument, "doc-a"));
        Assert.Equal([2, 2, 3], await NumbersAsync(CountOf.EntitiesByKind, "PLEDGE"));
        Assert.Empty(await graph.CountAsync(CountOf.ClaimsByKind, new AsOf(0)));

        async Task<IEnumerable<long>> NumbersAsync(CountOf of, string key)
        {
            var numbers = new List<long>();
            for (var head = 1; head <= 3; head++) numbers.Add((await graph.CountAsync(of, new AsOf(head))).SingleOrDefault(c => c.Key == key).Number);
            return numbers;
        }
    }

    [Theory, EveryStore]
    public async Task Several_counts_are_answered_in_their_order(string store)
    {
        await using var graph = await GraphUnderTest.SampleAsync(store);
        var answers = await graph.Store.CountAsync(
            [new CountRequest.Standing(CountOf.ClaimsByKind), new CountRequest.Standing(CountOf.EntitiesByKind), new CountRequest.Standing(CountOf.ClaimsByKind)], graph.Now, TestContext.Current.CancellationToken);
        Assert.Equal(["Credit", "DOCUMENT", "Credit"], answers.Select(a => a.Rows[0].Key[0]));
    }
}
