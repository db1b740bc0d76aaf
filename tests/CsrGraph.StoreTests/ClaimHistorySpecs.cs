using System.Globalization;
using CsrGraph.Store;
using CsrGraph.StoreTests.Harness;
using Xunit;

namespace CsrGraph.StoreTests;

/// <summary>"wang spoke" is added in 1, retracted in 2, added in 3, retracted in 4; "li spoke" is retracted in 3.</summary>
public sealed class ClaimHistorySpecs
{
    [Theory, EveryStore]
    public async Task What_no_longer_stands_is_left_out_unless_asked_for(string store)
    {
        await using var graph = await HistoryAsync(store);
        Assert.Equal(["wang was director"], await graph.ClaimsAsync(ClaimsBy.Subject, "person:wang"));
        Assert.Equal(["wang was director", "wang spoke"], await graph.ClaimsAsync(ClaimsBy.Subject, "person:wang", withRetracted: true));
        Assert.Equal(["li is director", "li spoke", "credit of li"], await graph.ClaimsAsync(ClaimsBy.End, "person:li", withRetracted: true));
        Assert.Equal(["wang spoke"], await graph.ClaimsAsync(ClaimsBy.Id, Sample.Id("wang spoke").ToString(), withRetracted: true));
    }

    [Theory, EveryStore]
    public async Task A_claim_that_stood_twice_comes_once_with_its_latest_interval_up_to_the_head(string store)
    {
        await using var graph = await HistoryAsync(store);
        Assert.Equal([(1L, null), (1L, 2L), (3L, null), (3L, 4L)], await IntervalsAsync(graph, ClaimsBy.Subject, "person:wang"));
    }

    [Theory, EveryStore]
    public async Task Before_it_was_added_there_is_nothing_to_be_taken_in(string store)
    {
        await using var graph = await HistoryAsync(store);
        Assert.Empty(await graph.ClaimsAsync(ClaimsBy.Subject, "person:wang", withRetracted: true, asOf: new AsOf(0)));
    }

    [Theory, EveryStore]
    public async Task The_day_is_not_looked_at_then(string store)
    {
        await using var graph = await HistoryAsync(store);
        var day = new AsOf(4, Make.Day("1990-01-01"));
        Assert.Equal(["wang was director", "wang spoke"], await graph.ClaimsAsync(ClaimsBy.Subject, "person:wang", withRetracted: true, asOf: day));
        Assert.Equal(["wang spoke"], await graph.ClaimsAsync(ClaimsBy.AddedIn, "3", asOf: day));
    }

    [Theory, EveryStore]
    public async Task By_the_change_set_that_added_them(string store)
    {
        await using var graph = await HistoryAsync(store);
        Assert.Equal(["wang spoke"], await graph.ClaimsAsync(ClaimsBy.AddedIn, "3"));
        Assert.Empty(await graph.ClaimsAsync(ClaimsBy.AddedIn, "2"));
        Assert.Equal(18, (await graph.ClaimsAsync(ClaimsBy.AddedIn, "1")).Count());
        Assert.Equal(
            ["wang spoke"],
            await graph.ClaimsAsync(ClaimsBy.AddedIn, "1", new ClaimFilter.All([new ClaimFilter.SubjectIn(["person:wang"]), new ClaimFilter.TypeIn(["SPOKE_AT"])])));
    }

    [Theory, EveryStore]
    public async Task By_the_change_set_that_retracted_them(string store)
    {
        await using var graph = await HistoryAsync(store);
        Assert.Equal(["wang spoke"], await graph.ClaimsAsync(ClaimsBy.RetractedIn, "2"));
        Assert.Equal(["li spoke"], await graph.ClaimsAsync(ClaimsBy.RetractedIn, "3"));
        Assert.Equal(["wang spoke"], await graph.ClaimsAsync(ClaimsBy.RetractedIn, "4"));
        Assert.Empty(await graph.ClaimsAsync(ClaimsBy.RetractedIn, "1"));
    }

    [Theory, EveryStore]
    public async Task A_change_set_after_the_head_is_not_known_yet(string store)
    {
        await using var graph = await HistoryAsync(store);
        Assert.Empty(await graph.ClaimsAsync(ClaimsBy.AddedIn, "3", asOf: new AsOf(2)));
        Assert.Empty(await graph.ClaimsAsync(ClaimsBy.RetractedIn, "3", asOf: new AsOf(2)));
        Assert.Empty(await graph.ClaimsAsync(ClaimsBy.AddedIn, "99"));
    }

    [Theory, EveryStore]
    public async Task Of_a_change_set_the_interval_that_begins_or_ends_there_is_shown(string store)
    {
        await using var graph = await HistoryAsync(store);
        Assert.Equal((1L, 2L), await IntervalAsync(graph, ClaimsBy.RetractedIn, 2, 4));
        Assert.Equal((3L, 4L), await IntervalAsync(graph, ClaimsBy.AddedIn, 3, 4));
        Assert.Equal((3L, null), await IntervalAsync(graph, ClaimsBy.AddedIn, 3, 3));
    }

    [Theory, EveryStore]
    public async Task A_documents_retracted_claims_are_those_that_it_ever_bore(string store)
    {
        await using var graph = await HistoryAsync(store);
        Assert.Equal(10, (await graph.ClaimsAsync(ClaimsBy.Document, "doc-a")).Count());
        Assert.Equal(12, (await graph.ClaimsAsync(ClaimsBy.Document, "doc-a", withRetracted: true)).Count());
    }

    private static async Task<GraphUnderTest> HistoryAsync(string store)
    {
        var graph = await GraphUnderTest.SampleAsync(store);
        await graph.ApplyAsync([.. Sample.Retracting("wang spoke")]);
        await graph.ApplyAsync([.. Sample.Retracting("li spoke"), .. Sample.Adding("wang spoke")]);
        await graph.ApplyAsync([.. Sample.Retracting("wang spoke")]);
        return graph;
    }

    // At each head, of "wang spoke".
    private static async Task<IReadOnlyList<(long, long?)>> IntervalsAsync(GraphUnderTest graph, ClaimsBy by, string anchor)
    {
        var intervals = new List<(long, long?)>();
        for (var head = 1; head <= 4; head++)
        {
            var request = new ClaimRequest { By = by, Anchors = [anchor], Filter = new ClaimFilter.TypeIn(["SPOKE_AT"]), Page = PageRequest.All, WithRetracted = true };
            var row = Assert.Single(Assert.Single(await graph.ClaimsAsync(request, new AsOf(head))).Rows);
            intervals.Add((row.AddedIn, row.RetractedIn));
        }

        return intervals;
    }

    private static async Task<(long, long?)> IntervalAsync(GraphUnderTest graph, ClaimsBy by, long number, long head)
    {
        var request = new ClaimRequest { By = by, Anchors = [number.ToString(CultureInfo.InvariantCulture)], Page = PageRequest.All };
        var row = Assert.Single(Assert.Single(await graph.ClaimsAsync(request, new AsOf(head))).Rows);
        return (row.AddedIn, row.RetractedIn);
    }
}
