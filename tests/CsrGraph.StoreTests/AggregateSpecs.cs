using CsrGraph.Model;
using CsrGraph.Store;
using CsrGraph.StoreTests.Harness;
using Xunit;

namespace CsrGraph.StoreTests;

public sealed class AggregateSpecs
{
    private const AggregateParts Both = AggregateParts.Days | AggregateParts.Rosters;

    [Theory, EveryStore]
    public async Task Days_of_entities_are_those_of_their_dates_and_of_relations_those_on_which_they_hold_first(string store)
    {
        await using var graph = await GraphUnderTest.SampleAsync(store);
        var events = await graph.FindAsync(new FindRequest { Kinds = ["EVENT"], Page = new PageRequest(1), Aggregates = AggregateParts.Days });
        Assert.Equal((Day("2023-10-01"), Day("2024-11-12"), 1, null), (events.Aggregate!.FirstDay, events.Aggregate.LastDay, events.Rows.Count, events.Total));

        var attended = await graph.RelationsAsync(Of("org:beta", "ATTENDED", RelationEnd.Subject) with { Aggregates = AggregateParts.Days });
        Assert.Equal((Day("2023-10-01"), Day("2024-11-12")), (attended.Aggregate!.FirstDay, attended.Aggregate.LastDay));

        var undated = await graph.FindAsync(new FindRequest { Kinds = ["PERSON"], Page = new PageRequest(0), Aggregates = Both });
        Assert.Equal(new Aggregate(), undated.Aggregate);
        Assert.Null((await graph.FindAsync(new FindRequest { Kinds = ["PERSON"], Page = new PageRequest(0) })).Aggregate);
    }

    [Theory, EveryStore]
    public async Task Rosters_tell_how_many_are_named_and_stated_from_both_ends(string store)
    {
        await using var graph = await GraphUnderTest.SampleAsync(store);
        var green = await graph.RelationsAsync(Of("pledge:green", "SIGNED", RelationEnd.Object) with { Aggregates = Both });
        Assert.Equal(new Aggregate(Day("2018-01-01"), Day("2018-05-01"), 2, 36, null), green.Aggregate);
        var signed = await graph.RelationsAsync(Of("org:beta", "SIGNED", RelationEnd.Subject) with { Aggregates = AggregateParts.Rosters });
        Assert.Equal(new Aggregate(Named: 2, StatedMin: 36), signed.Aggregate);
        var pledges = await graph.FindAsync(new FindRequest { Kinds = ["PLEDGE"], Page = new PageRequest(0), Aggregates = AggregateParts.Rosters });
        Assert.Equal(new Aggregate(Named: 2, StatedMin: 36), pledges.Aggregate);
        var blue = await graph.RelationsAsync(Of("pledge:blue", "SIGNED", RelationEnd.Object) with { Aggregates = AggregateParts.Rosters });
        Assert.Equal(new Aggregate(), blue.Aggregate);
    }

    [Theory, EveryStore]
    public async Task Two_rosters_of_one_pledge_speak_of_the_same_members_and_those_of_two_add_up(string store)
    {
        await using var graph = await GraphUnderTest.SampleAsync(store);
        await graph.ApplyAsync([.. Roster("pledge:green", "40", "45", 300), .. Roster("pledge:blue", "3", "3", 301)]);
        var rosters = new ClaimFilter.KindIn([ClaimKind.Roster]);
        var request = new ClaimRequest { By = ClaimsBy.All, Filter = rosters, Page = new PageRequest(0), Aggregates = AggregateParts.Rosters };
        Assert.Equal(new Aggregate(Named: 2, StatedMin: 39), (await graph.ClaimsAsync(request))[0].Aggregate);
        await graph.ApplyAsync([.. Sample.Retracting("alpha signed green"), .. Sample.Retracting("gamma signed green"), .. Sample.Retracting("green roster")]);
        Assert.Equal(new Aggregate(Named: 0, StatedMin: 43, StatedMax: 48), (await graph.ClaimsAsync(request))[0].Aggregate);
        Assert.Equal(new Aggregate(Named: 2, StatedMin: 36), (await graph.ClaimsAsync(request, new AsOf(1)))[0].Aggregate);
    }

    [Theory, EveryStore]
    public async Task What_a_search_finds_is_aggregated_as_what_is_found(string store)
    {
        await using var graph = await GraphUnderTest.SampleAsync(store);
        var found = await graph.SearchAsync(new SearchRequest("Green", ["PLEDGE", "EVENT"], new PageRequest(0), false, Both));
        Assert.Equal(new Aggregate(Day("2018-01-01"), Day("2018-12-31"), 2, 36, null), found.Aggregate);
        Assert.Equal(new Aggregate(), (await graph.SearchAsync(new SearchRequest("nobody", ["PLEDGE"], new PageRequest(1), false, Both))).Aggregate);
    }

    private static int Day(string day) => Make.Day(day).DayNumber;

    private static RelationRequest Of(string anchor, string type, RelationEnd end) =>
        new() { Anchors = [anchor], Relation = new RelationKey(type, end), Page = new PageRequest(0) };

    private static IEnumerable<Change> Roster(string pledge, string min, string max, int start)
    {
        var claim = new Claim(ClaimKind.Roster, "SIGNED", new EntityId(pledge), null, Qualifiers.Of(("min", min), ("max", max)), null);
        return [new Change.ClaimAdded(claim, Make.Order(start)), new Change.EvidenceAdded(claim.Id, Make.Words("doc-a", start))];
    }
}
