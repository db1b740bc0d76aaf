using CsrGraph.Model;
using CsrGraph.Store;
using CsrGraph.StoreTests.Harness;
using Xunit;

namespace CsrGraph.StoreTests;

/// <summary>What a walk reads: links of many types at once, and degrees.</summary>
public sealed class LinkSpecs
{
    private static readonly string[] Types = ["SIGNED", "ATTENDED", "GUIDED", "SPOKE_AT", "HOLDS_POSITION"];

    [Theory, EveryStore]
    public async Task They_are_the_relations_of_all_types_from_either_end(string store)
    {
        await using var graph = await GraphUnderTest.SampleAsync(store);
        Assert.Equal(
            ["< HOLDS_POSITION person:li", "< HOLDS_POSITION person:wang", "> GUIDED event:forum", "> SIGNED pledge:green"],
            Said(await LinksAsync(graph, "org:gamma")));
        Assert.Equal(["> HOLDS_POSITION org:gamma", "> SPOKE_AT event:forum"], Said(await LinksAsync(graph, "person:li")));
    }

    [Theory, EveryStore]
    public async Task A_link_names_its_claim_and_two_claims_are_two_links(string store)
    {
        await using var graph = await GraphUnderTest.SampleAsync(store);
        var links = (await LinksAsync(graph, "org:alpha", "ATTENDED")).Links.Where(l => l.Far == "event:forum").Select(l => l.Claim);
        Assert.Equal(
            [.. new[] { Sample.Id("alpha chaired forum"), Sample.Id("alpha hosted forum") }.Order()],
            links.Order());
    }

    [Theory, EveryStore]
    public async Task Other_types_and_other_claims_are_none(string store)
    {
        await using var graph = await GraphUnderTest.SampleAsync(store);
        Assert.Equal(["> SAME_AS org:delta"], Said(await LinksAsync(graph, "org:gamma", "SAME_AS")));
        Assert.Empty((await LinksAsync(graph, "org:nobody")).Links);
        Assert.Empty((await LinksAsync(graph, "doc-a")).Links);
    }

    [Theory, EveryStore]
    public async Task A_relation_to_itself_comes_from_both_ends(string store)
    {
        await using var graph = await GraphUnderTest.SampleAsync(store);
        await graph.ApplyAsync(new Change.ClaimAdded(Make.Relation("org:alpha", "SIGNED", "org:alpha"), Make.Order(1)));
        var page = await LinksAsync(graph, "org:alpha", "SIGNED");
        Assert.Equal(["< SIGNED org:alpha", "> SIGNED org:alpha", "> SIGNED pledge:green"], Said(page));
        Assert.Equal(["< SIGNED 1", "> SIGNED 2"], Degrees(page));
    }

    [Theory, EveryStore]
    public async Task Conditions_keep_links_out_and_leave_degrees(string store)
    {
        await using var graph = await GraphUnderTest.SampleAsync(store);
        var certain = new ClaimFilter.Not(new ClaimFilter.QualifierIn(QualifierName.Certainty, ["UNCERTAIN"]));
        var page = await AskAsync(graph, RelationRequest.Links(["event:forum"], Types) with { Edge = certain, WantsTotals = true });
        Assert.DoesNotContain("< GUIDED org:gamma", Said(page));
        Assert.Equal(6, page.Links.Count);
        Assert.Equal(["< ATTENDED 3", "< GUIDED 1", "< SPOKE_AT 2"], Degrees(page));

        var some = await AskAsync(graph, RelationRequest.Links(["event:forum"], Types) with { Far = new EntityFilter.IdIn(["org:beta", "org:nobody"]) });
        Assert.Equal(["< ATTENDED org:beta"], Said(some));
        Assert.Empty(some.Degrees);
        var kind = await AskAsync(graph, RelationRequest.Links(["event:forum"], Types) with { Far = new EntityFilter.KindIn(["PERSON"]), Edge = certain });
        Assert.Equal(["< SPOKE_AT person:li", "< SPOKE_AT person:wang"], Said(kind));
    }

    [Theory, EveryStore]
    public async Task Degrees_count_distinct_entities_by_type_and_end(string store)
    {
        await using var graph = await GraphUnderTest.SampleAsync(store);
        var pages = (await graph.Store.RelationsAsync(
            [RelationRequest.Degrees(["org:alpha", "org:nobody", "event:forum"], Types), RelationRequest.Degrees(["person:wang"], ["SPOKE_AT"])],
            graph.Now,
            TestContext.Current.CancellationToken)).ToList();
        Assert.Equal([["> ATTENDED 2", "> SIGNED 1"], [], ["< ATTENDED 3", "< GUIDED 1", "< SPOKE_AT 2"]], pages[0].Select(Degrees));
        Assert.Equal(["> SPOKE_AT 1"], Degrees(pages[1][0]));
        Assert.All(pages[0], p => Assert.Empty(p.Links));
    }

    [Theory, EveryStore]
    public async Task They_are_those_of_the_state_and_of_the_day(string store)
    {
        await using var graph = await GraphUnderTest.SampleAsync(store);
        await graph.ApplyAsync([.. Sample.Retracting("alpha signed green"), .. Sample.Retracting("alpha chaired forum")]);
        Assert.Equal(["> ATTENDED event:fair", "> ATTENDED event:forum"], Said(await LinksAsync(graph, "org:alpha")));
        Assert.Equal(["> ATTENDED 2"], Degrees(await LinksAsync(graph, "org:alpha")));
        Assert.Equal(4, (await LinksAsync(graph, "org:alpha", new AsOf(1), Types)).Links.Count);
        Assert.Equal(["> ATTENDED 2", "> SIGNED 1"], Degrees(await LinksAsync(graph, "org:alpha", new AsOf(1), Types)));

        var early = await LinksAsync(graph, "org:alpha", new AsOf(1, Make.Day("2018-05-01")), Types);
        Assert.Equal(["> ATTENDED event:fair", "> SIGNED pledge:green"], Said(early));
        Assert.Equal(["> ATTENDED 1", "> SIGNED 1"], Degrees(early));
    }

    [Theory, EveryStore]
    public async Task They_are_asked_beside_other_relations_in_one_call(string store)
    {
        await using var graph = await GraphUnderTest.SampleAsync(store);
        var answers = await graph.Store.RelationsAsync(
            [RelationSpecs.Ask("org:beta", new("SIGNED", RelationEnd.Subject)), RelationRequest.Links(["org:beta"], ["SIGNED"])],
            graph.Now,
            TestContext.Current.CancellationToken);
        Assert.Equal(["beta signed green"], GraphUnderTest.Names(answers[0][0]));
        Assert.Equal(["> SIGNED pledge:green"], Said(answers[1][0]));
    }

    private static Task<RelationPage> LinksAsync(GraphUnderTest graph, string anchor, params string[] types) =>
        LinksAsync(graph, anchor, graph.Now, types.Length == 0 ? Types : types);

    private static Task<RelationPage> LinksAsync(GraphUnderTest graph, string anchor, AsOf asOf, string[] types) =>
        graph.RelationsAsync(RelationRequest.Links([anchor], types) with { WantsTotals = true }, asOf);

    private static Task<RelationPage> AskAsync(GraphUnderTest graph, RelationRequest request) => graph.RelationsAsync(request);

    private static IEnumerable<string> Said(RelationPage page) => page.Links.Select(l => $"{(l.IsForward ? '>' : '<')} {l.Type} {l.Far}").Distinct().Order(StringComparer.Ordinal);

    private static IEnumerable<string> Degrees(RelationPage page) =>
        page.Degrees.Select(d => $"{(d.IsForward ? '>' : '<')} {d.Type} {d.Fars}").Order(StringComparer.Ordinal);
}
