using CsrGraph.Store;
using CsrGraph.StoreTests.Harness;
using Xunit;

namespace CsrGraph.StoreTests;

public sealed class RelationSpecs
{
    private static readonly RelationKey Attended = new("ATTENDED", RelationEnd.Subject);
    private static readonly RelationKey Attendees = new("ATTENDED", RelationEnd.Object);

    [Theory, EveryStore]
    public async Task From_the_subject_the_far_entity_is_the_object(string store)
    {
        await using var graph = await GraphUnderTest.SampleAsync(store);
        var page = await graph.RelationsAsync(Ask("org:alpha", Attended));
        Assert.Equal(["alpha chaired forum", "alpha hosted forum", "alpha attended fair"], GraphUnderTest.Names(page));
        Assert.Equal(["event:forum", "event:forum", "event:fair"], GraphUnderTest.FarIds(page));
    }

    [Theory, EveryStore]
    public async Task From_the_object_the_far_entity_is_the_subject(string store)
    {
        await using var graph = await GraphUnderTest.SampleAsync(store);
        Assert.Equal(["org:gamma", "org:beta", "org:alpha"], GraphUnderTest.FarIds(await graph.RelationsAsync(Ask("pledge:green", new("SIGNED", RelationEnd.Object)))));
    }

    [Theory, EveryStore]
    public async Task A_symmetric_relation_is_seen_from_either_end(string store)
    {
        await using var graph = await GraphUnderTest.SampleAsync(store);
        var sameAs = new RelationKey("SAME_AS", RelationEnd.Either);
        Assert.Equal(["org:delta"], GraphUnderTest.FarIds(await graph.RelationsAsync(Ask("org:gamma", sameAs))));
        Assert.Equal(["org:gamma"], GraphUnderTest.FarIds(await graph.RelationsAsync(Ask("org:delta", sameAs))));
        Assert.Empty((await graph.RelationsAsync(Ask("org:alpha", sameAs))).Rows);
    }

    [Theory, EveryStore]
    public async Task A_relation_of_an_entity_to_itself_is_one_edge(string store)
    {
        await using var graph = await GraphUnderTest.SampleAsync(store);
        await graph.ApplyAsync(new Change.ClaimAdded(Make.Relation("org:alpha", "SAME_AS", "org:alpha"), Make.Order(1)));
        var page = await graph.RelationsAsync(Ask("org:alpha", new("SAME_AS", RelationEnd.Either)));
        Assert.Equal(["org:alpha"], GraphUnderTest.FarIds(page));
        Assert.Equal((1, 1), (page.Total, page.EdgeTotal));
    }

    [Theory, EveryStore]
    public async Task A_row_carries_the_claim_its_day_and_rank_and_the_whole_far_entity(string store)
    {
        await using var graph = await GraphUnderTest.SampleAsync(store);
        var row = Assert.Single((await graph.RelationsAsync(Ask("org:alpha", new("SIGNED", RelationEnd.Subject)))).Rows);
        Assert.Equal(Sample.Claim("alpha signed green"), row.Claim);
        Assert.Equal("2018-05-01", row.Claim?.When?.Date);
        Assert.Equal(Make.Order(10, "2018-05-01"), row.Order);
        Assert.Equal("2018", row.Far.Date?.Date);
        Assert.Equal(row.Claim?.Id.ToString(), row.Position.Id);
    }

    [Theory, EveryStore]
    public async Task An_agent_with_two_titles_is_two_edges_and_counts_once(string store)
    {
        await using var graph = await GraphUnderTest.SampleAsync(store);
        var page = await graph.RelationsAsync(Ask("event:forum", Attendees));
        Assert.Equal(["org:alpha", "org:beta", "org:delta", "org:alpha"], GraphUnderTest.FarIds(page));
        Assert.Equal((3, 4), (page.Total, page.EdgeTotal));
    }

    [Theory, EveryStore]
    public async Task Totals_are_after_filters_and_of_all_pages(string store)
    {
        await using var graph = await GraphUnderTest.SampleAsync(store);
        var page = await graph.RelationsAsync(Ask("event:forum", Attendees) with
        {
            Far = new EntityFilter.CategoryIn(["COMPANY"]),
            Page = new PageRequest(1),
        });
        Assert.Single(page.Rows);
        Assert.Equal((2, 3), (page.Total, page.EdgeTotal));
    }

    [Theory, EveryStore]
    public async Task A_limit_of_zero_gives_totals_alone(string store)
    {
        await using var graph = await GraphUnderTest.SampleAsync(store);
        var page = await graph.RelationsAsync(Ask("event:forum", Attendees) with { Page = new PageRequest(0) });
        Assert.Empty(page.Rows);
        Assert.Equal((3, 4), (page.Total, page.EdgeTotal));
    }

    [Theory, EveryStore]
    public async Task Nobody_gets_totals_who_did_not_ask(string store)
    {
        await using var graph = await GraphUnderTest.SampleAsync(store);
        var page = await graph.RelationsAsync(Ask("event:forum", Attendees) with { WantsTotals = false });
        Assert.Null(page.Total);
        Assert.Null(page.EdgeTotal);
    }

    [Theory, EveryStore]
    public async Task Both_ends_filters_hold_together(string store)
    {
        await using var graph = await GraphUnderTest.SampleAsync(store);
        var page = await graph.RelationsAsync(Ask("event:forum", Attendees) with
        {
            Far = new EntityFilter.Missing("category"),
            Edge = new ClaimFilter.QualifierText("title", TextComparison.Contains, "Chair"),
        });
        Assert.Equal(["delta attended forum"], GraphUnderTest.Names(page));
    }

    [Theory, EveryStore]
    public async Task An_unknown_anchor_and_a_merged_one_have_no_relations(string store)
    {
        await using var graph = await GraphUnderTest.SampleAsync(store);
        foreach (var anchor in new[] { "org:nobody", "org:old-delta", "person:li", "" })
        {
            var page = await graph.RelationsAsync(Ask(anchor, Attended));
            Assert.Empty(page.Rows);
            Assert.Equal((0, 0), (page.Total, page.EdgeTotal));
            Assert.False(page.HasNext || page.HasPrevious);
        }
    }

    [Theory, EveryStore]
    public async Task Requests_and_anchors_are_answered_in_their_order(string store)
    {
        await using var graph = await GraphUnderTest.SampleAsync(store);
        var answers = await graph.Store.RelationsAsync(
            [
                Ask("org:beta", Attended) with { Anchors = ["org:beta", "org:gamma", "org:delta"] },
                Ask("", Attended) with { Anchors = [] },
                Ask("event:fair", Attendees),
            ],
            graph.Now,
            TestContext.Current.CancellationToken);
        Assert.Equal(3, answers.Count);
        Assert.Equal([["beta attended summit", "beta attended forum"], [], ["delta attended forum"]], answers[0].Select(GraphUnderTest.Names));
        Assert.Empty(answers[1]);
        Assert.Equal([["alpha attended fair"]], answers[2].Select(GraphUnderTest.Names));
    }

    [Theory, EveryStore]
    public async Task Only_what_holds_on_the_day_is_there_and_what_has_no_day_always_is(string store)
    {
        await using var graph = await GraphUnderTest.SampleAsync(store);
        var before = new AsOf(1, Make.Day("2024-11-11"));
        Assert.Equal(["alpha attended fair"], GraphUnderTest.Names(await graph.RelationsAsync(Ask("org:alpha", Attended), before)));
        var page = await graph.RelationsAsync(Ask("event:forum", Attendees), before);
        Assert.Equal((0, 0), (page.Total, page.EdgeTotal));
        Assert.Equal(4, (await graph.RelationsAsync(Ask("event:forum", Attendees), new AsOf(1, Make.Day("2024-11-12")))).EdgeTotal);
    }

    [Theory, EveryStore]
    public async Task A_state_holds_up_to_and_with_its_last_day(string store)
    {
        await using var graph = await GraphUnderTest.SampleAsync(store);
        var holders = Ask("org:gamma", new("HOLDS_POSITION", RelationEnd.Object));
        Assert.Equal(["person:wang"], GraphUnderTest.FarIds(await graph.RelationsAsync(holders, new AsOf(1, Make.Day("2019-12-31")))));
        Assert.Equal(["person:li"], GraphUnderTest.FarIds(await graph.RelationsAsync(holders, new AsOf(1, Make.Day("2020-01-01")))));
        Assert.Empty((await graph.RelationsAsync(holders, new AsOf(1, Make.Day("2009-12-31")))).Rows);
    }

    [Theory, EveryStore]
    public async Task A_far_entity_is_shown_as_it_stood_at_the_head(string store)
    {
        await using var graph = await GraphUnderTest.SampleAsync(store);
        await graph.ApplyAsync(
            new Change.EntityRetracted(Sample.Alpha),
            new Change.EntityAdded(Sample.Alpha with { Names = [Make.Full("Zeta")] }));
        var byName = Ask("pledge:green", new("SIGNED", RelationEnd.Object)) with { Sort = [new(SortBy.Name)] };
        Assert.Equal(["Beta", "Gamma", "Zeta"], (await graph.RelationsAsync(byName)).Rows.Select(r => r.Far.Name));
        Assert.Equal(["Alpha", "Beta", "Gamma"], (await graph.RelationsAsync(byName, new AsOf(1))).Rows.Select(r => r.Far.Name));
    }

    internal static RelationRequest Ask(string anchor, RelationKey relation) =>
        new() { Anchors = [anchor], Relation = relation, Page = PageRequest.All, WantsTotals = true };
}
