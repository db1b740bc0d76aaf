using CsrGraph.Query.Networks;
using CsrGraph.Query.Walks;
using CsrGraph.Store;
using CsrGraph.StoreTests.Harness;
using CsrGraph.Vocabulary;
using Xunit;

namespace CsrGraph.StoreTests.Paths;

/// <summary>What lies around entities of the sample.</summary>
public sealed class NetworkSpecs
{
    private static readonly VocabularyDefinition Vocabulary = VocabularyDefinition.Load();

    [Theory, EveryStore]
    public async Task One_step_away_are_those_who_are_linked_by_degree_and_all_links_are_edges(string store)
    {
        await using var graph = await GraphUnderTest.SampleAsync(store);
        var network = await FindAsync(graph, new NetworkQuestion(["org:alpha"]));
        Assert.Equal(["0 org:alpha 3/3", "1 event:forum 1/6", "1 pledge:green 1/3", "1 event:fair 1/1"], Nodes(network));
        Assert.Equal(["org:alpha ATTENDED event:fair 1", "org:alpha ATTENDED event:forum 2", "org:alpha SIGNED pledge:green 1"], Edges(network));
        Assert.Equal(3, network.Edges.Count);
        Assert.Empty(network.Truncated);
    }

    [Theory, EveryStore]
    public async Task Two_steps_away_each_ring_comes_after_the_one_before(string store)
    {
        await using var graph = await GraphUnderTest.SampleAsync(store);
        var network = await FindAsync(graph, new NetworkQuestion(["event:fair"]) { Depth = 2 });
        Assert.Equal(["0 event:fair 1/1", "1 org:alpha 3/3", "2 event:forum 1/6", "2 pledge:green 1/3"], Nodes(network));
        network = await FindAsync(graph, new NetworkQuestion(["event:fair"]) { Depth = 3 });
        Assert.Equal(
            ["0 event:fair 1/1", "1 org:alpha 3/3", "2 event:forum 6/6", "2 pledge:green 3/3", "3 org:gamma 2/4", "3 org:beta 2/3", "3 person:li 1/2", "3 person:wang 1/2", "3 org:delta 1/1"],
            Nodes(network));
    }

    [Theory, EveryStore]
    public async Task What_is_left_out_is_counted(string store)
    {
        await using var graph = await GraphUnderTest.SampleAsync(store);
        var network = await FindAsync(graph, new NetworkQuestion(["event:forum"]) { Limit = 3 });
        Assert.Equal(["0 event:forum 2/6", "1 org:gamma 1/4", "1 org:alpha 1/3"], Nodes(network));
        Assert.Equal(["SPOKE_AT 0/2", "ATTENDED 1/3"], network.Truncated.Select(t => $"{t.Type} {t.Shown}/{t.Total}"));
    }

    [Theory, EveryStore]
    public async Task Several_may_stand_in_the_middle_and_an_edge_between_them_is_counted_once(string store)
    {
        await using var graph = await GraphUnderTest.SampleAsync(store);
        var network = await FindAsync(graph, new NetworkQuestion(["org:old-delta", "event:forum", "org:delta"]) { RelationTypes = ["ATTENDED"], Limit = 2 });
        Assert.Equal(["0 event:forum 1/3", "0 org:delta 1/1"], Nodes(network));
        Assert.Equal(["ATTENDED 1/3"], network.Truncated.Select(t => $"{t.Type} {t.Shown}/{t.Total}"));
    }

    [Theory, EveryStore]
    public async Task Kinds_and_a_least_degree_narrow_it(string store)
    {
        await using var graph = await GraphUnderTest.SampleAsync(store);
        var people = await FindAsync(graph, new NetworkQuestion(["event:forum"]) { Kinds = ["PERSON"] });
        Assert.Equal(["0 event:forum 2/6", "1 person:li 1/2", "1 person:wang 1/2"], Nodes(people));
        var large = await FindAsync(graph, new NetworkQuestion(["event:forum"]) { MinDegree = 3 });
        Assert.Equal(["0 event:forum 3/6", "1 org:gamma 1/4", "1 org:alpha 1/3", "1 org:beta 1/3"], Nodes(large));
    }

    [Theory, EveryStore]
    public async Task The_state_and_the_day_asked_for_decide(string store)
    {
        await using var graph = await GraphUnderTest.SampleAsync(store);
        await graph.ApplyAsync([.. Sample.Retracting("alpha signed green"), .. Sample.Retracting("alpha chaired forum")]);
        var question = new NetworkQuestion(["org:alpha"]);
        Assert.Equal(["0 org:alpha 2/2", "1 event:forum 1/6", "1 event:fair 1/1"], Nodes(await FindAsync(graph, question)));
        Assert.Equal(["0 org:alpha 3/3", "1 event:forum 1/6", "1 pledge:green 1/3", "1 event:fair 1/1"], Nodes(await FindAsync(graph, question, new AsOf(1))));
        Assert.Equal(["0 org:alpha 1/1", "1 event:fair 1/1"], Nodes(await FindAsync(graph, question, new AsOf(2, Make.Day("2018-01-01")))));
    }

    [Theory, EveryStore]
    public async Task What_is_no_question_is_refused_with_the_reason(string store)
    {
        await using var graph = await GraphUnderTest.SampleAsync(store);
        var question = new NetworkQuestion(["org:alpha"]);
        await RefusedAsync(graph, question with { Around = [] }, "'around' names nobody");
        await RefusedAsync(graph, question with { Around = ["org:alpha", "org:nobody"] }, "there is no 'org:nobody'");
        await RefusedAsync(graph, question with { Around = ["doc-a"] }, "'doc-a' is a document");
        await RefusedAsync(graph, question with { Around = ["org:alpha", "org:beta"], Limit = 1 }, "'around' names 2 entities, and 'limit' allows no more than 1");
        await RefusedAsync(graph, question with { Depth = 4 }, "'depth' is 4; it must be from 1 to 3");
        await RefusedAsync(graph, question with { Limit = 2_001 }, "'limit' is 2001");
        await RefusedAsync(graph, question with { MinDegree = -1 }, "'minDegree' is -1");
        await RefusedAsync(graph, question with { RelationTypes = ["SAME_AS"] }, "SAME_AS only proposes");
    }

    private static async Task RefusedAsync(GraphUnderTest graph, NetworkQuestion question, string reason) =>
        Assert.StartsWith(reason, (await Assert.ThrowsAsync<BadQuestionException>(() => FindAsync(graph, question))).Message, StringComparison.Ordinal);

    private static Task<NetworkAnswer> FindAsync(GraphUnderTest graph, NetworkQuestion question, AsOf? asOf = null) => NetworkWalk.FindAsync(
        graph.Store, asOf ?? graph.Now, Vocabulary, question, new RowMeter(10_000), TestContext.Current.CancellationToken);

    private static IEnumerable<string> Nodes(NetworkAnswer network) => network.Nodes.Select(n => $"{n.Distance} {n.Entity.Id} {n.Shown}/{n.Degree}");

    private static IEnumerable<string> Edges(NetworkAnswer network) => network.Edges.Select(e => $"{e.From.Id} {e.Type} {e.To.Id} {e.Claims.Count}");
}
