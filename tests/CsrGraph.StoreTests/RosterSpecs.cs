using CsrGraph.Model;
using CsrGraph.Store;
using CsrGraph.StoreTests.Harness;
using Xunit;

namespace CsrGraph.StoreTests;

public sealed class RosterSpecs
{
    [Theory, EveryStore]
    public async Task Its_members_are_those_that_evidence_counts_to_it(string store)
    {
        await using var graph = await GraphUnderTest.SampleAsync(store);
        var page = await graph.RelationsAsync(Ask("SIGNED"));
        Assert.Equal(["gamma signed green", "alpha signed green"], GraphUnderTest.Names(page));
        Assert.Equal(["org:gamma", "org:alpha"], GraphUnderTest.FarIds(page));
        Assert.Equal((2, 2), (page.Total, page.EdgeTotal));
    }

    [Theory, EveryStore]
    public async Task Relations_of_another_type_are_no_members(string store)
    {
        await using var graph = await GraphUnderTest.SampleAsync(store);
        Assert.Empty((await graph.RelationsAsync(Ask("LAUNCHED"))).Rows);
    }

    [Theory, EveryStore]
    public async Task Members_are_filtered_sorted_and_paged_like_other_relations(string store)
    {
        await using var graph = await GraphUnderTest.SampleAsync(store);
        var page = await graph.RelationsAsync(Ask("SIGNED") with { Sort = [new(SortBy.Name)], Page = new PageRequest(1) });
        Assert.Equal(["org:alpha"], GraphUnderTest.FarIds(page));
        Assert.True(page.HasNext);
        var next = await graph.RelationsAsync(Ask("SIGNED") with { Sort = [new(SortBy.Name)], Page = new PageRequest(1, page.Rows[0].Position) });
        Assert.Equal(["org:gamma"], GraphUnderTest.FarIds(next));
        var dated = await graph.RelationsAsync(Ask("SIGNED") with { Edge = new ClaimFilter.FromDayWithin(Make.Day("2018-02-01"), null) });
        Assert.Equal(["org:alpha"], GraphUnderTest.FarIds(dated));
        var companies = await graph.RelationsAsync(Ask("SIGNED") with { Far = new EntityFilter.CategoryIn(["ASSOCIATION"]) });
        Assert.Equal(["org:gamma"], GraphUnderTest.FarIds(companies));
    }

    [Theory, EveryStore]
    public async Task A_member_whose_counting_evidence_is_gone_is_none_though_its_relation_stands(string store)
    {
        await using var graph = await GraphUnderTest.SampleAsync(store);
        var counting = Sample.Evidence.Single(e => e.Claim == "alpha signed green").Evidence;
        await graph.ApplyAsync(
            new Change.EvidenceRetracted(Sample.Id("alpha signed green"), counting),
            new Change.EvidenceAdded(Sample.Id("alpha signed green"), Make.Words("doc-c", 1)));
        Assert.Equal(["org:gamma"], GraphUnderTest.FarIds(await graph.RelationsAsync(Ask("SIGNED"))));
        Assert.Equal(3, (await graph.RelationsAsync(RelationSpecs.Ask("pledge:green", new("SIGNED", RelationEnd.Object)))).Total);
        Assert.Equal(2, (await graph.RelationsAsync(Ask("SIGNED"), new AsOf(1))).Total);
    }

    [Theory, EveryStore]
    public async Task A_member_that_two_pieces_of_evidence_count_is_one(string store)
    {
        await using var graph = await GraphUnderTest.SampleAsync(store);
        await graph.ApplyAsync(
            new Change.EvidenceAdded(Sample.Id("alpha signed green"), Make.Words("doc-b", 12, roster: Sample.Id("green roster"))));
        var page = await graph.RelationsAsync(Ask("SIGNED"));
        Assert.Equal((2, 2), (page.Total, page.EdgeTotal));
    }

    [Theory, EveryStore]
    public async Task Members_that_do_not_hold_on_the_day_are_left_out(string store)
    {
        await using var graph = await GraphUnderTest.SampleAsync(store);
        Assert.Equal(["org:gamma"], GraphUnderTest.FarIds(await graph.RelationsAsync(Ask("SIGNED"), new AsOf(1, Make.Day("2018-04-30")))));
    }

    [Theory, EveryStore]
    public async Task What_is_no_roster_has_no_members(string store)
    {
        await using var graph = await GraphUnderTest.SampleAsync(store);
        foreach (var anchor in new[] { Sample.Id("alpha figure").ToString(), new ClaimId(7).ToString(), "pledge:green", "nonsense" })
        {
            Assert.Empty((await graph.RelationsAsync(Ask("SIGNED") with { Anchors = [anchor] })).Rows);
        }
    }

    private static RelationRequest Ask(string type) => new()
    {
        Of = RelationAnchors.Rosters,
        Anchors = [Sample.Id("green roster").ToString()],
        Relation = new RelationKey(type, RelationEnd.Object),
        Page = PageRequest.All,
        WantsTotals = true,
    };
}
