using CsrGraph.Model;
using CsrGraph.Store;
using CsrGraph.StoreTests.Harness;
using Xunit;

namespace CsrGraph.StoreTests;

/// <summary>Whom an entity is linked to, those of the highest degree first.</summary>
public sealed class NeighbourSpecs
{
    private static readonly string[] Types = ["SIGNED", "ATTENDED", "GUIDED", "SPOKE_AT", "HOLDS_POSITION"];

    [Theory, EveryStore]
    public async Task Each_comes_once_by_degree_and_then_by_id(string store)
    {
        await using var graph = await GraphUnderTest.SampleAsync(store);
        Assert.Equal(["org:gamma 4", "org:alpha 3", "org:beta 3", "person:li 2", "person:wang 2", "org:delta 1"], await AskAsync(graph, "event:forum"));
        Assert.Equal(["event:forum 6", "pledge:green 3", "event:fair 1"], await AskAsync(graph, "org:alpha"));
        Assert.Empty(await AskAsync(graph, "org:nobody"));
    }

    [Theory, EveryStore]
    public async Task No_more_come_than_asked_for(string store)
    {
        await using var graph = await GraphUnderTest.SampleAsync(store);
        var pages = (await graph.Store.RelationsAsync(
            [RelationRequest.Neighbours(["event:forum", "org:nobody", "org:alpha"], Types, 2)], graph.Now, TestContext.Current.CancellationToken))[0];
        Assert.Equal([["org:gamma", "org:alpha"], [], ["event:forum", "pledge:green"]], pages.Select(p => p.Neighbours.Select(n => n.Id)));
    }

    [Theory, EveryStore]
    public async Task Only_the_types_and_what_is_asked_of_the_far_entity_and_the_claim_count(string store)
    {
        await using var graph = await GraphUnderTest.SampleAsync(store);
        Assert.Equal(["event:forum 3", "event:fair 1"], await AskAsync(graph, r => r with { Anchors = ["org:alpha"], Types = ["ATTENDED"] }));
        Assert.Equal(["person:li 2", "person:wang 2"], await AskAsync(graph, r => r with { Far = new EntityFilter.KindIn(["PERSON"]) }));
        var certain = new ClaimFilter.Not(new ClaimFilter.QualifierIn(QualifierName.Certainty, ["UNCERTAIN"]));
        Assert.DoesNotContain("org:gamma 4", await AskAsync(graph, r => r with { Edge = certain }));
    }

    [Theory, EveryStore]
    public async Task The_state_and_the_day_asked_for_decide(string store)
    {
        await using var graph = await GraphUnderTest.SampleAsync(store);
        await graph.ApplyAsync([.. Sample.Retracting("alpha signed green"), .. Sample.Retracting("li spoke")]);
        Assert.Equal(["event:forum 5", "event:fair 1"], await AskAsync(graph, "org:alpha"));
        Assert.Equal(["event:forum 6", "pledge:green 3", "event:fair 1"], await AskAsync(graph, "org:alpha", new AsOf(1)));
        Assert.Equal(["pledge:green 3", "event:fair 1"], await AskAsync(graph, "org:alpha", new AsOf(1, Make.Day("2018-05-01")), ["SIGNED", "ATTENDED"], 2));
    }

    private static async Task<IEnumerable<string>> AskAsync(GraphUnderTest graph, Func<RelationRequest, RelationRequest> change, AsOf? asOf = null) =>
        (await graph.RelationsAsync(change(RelationRequest.Neighbours(["event:forum"], Types, 10)), asOf)).Neighbours.Select(n => $"{n.Id} {n.Degree}");

    private static Task<IEnumerable<string>> AskAsync(GraphUnderTest graph, string anchor, AsOf? asOf = null, string[]? types = null, int limit = 10) =>
        AskAsync(graph, r => r with { Anchors = [anchor], Types = types ?? Types, Page = new PageRequest(limit) }, asOf);
}
