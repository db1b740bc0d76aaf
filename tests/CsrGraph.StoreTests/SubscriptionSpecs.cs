using System.Text.Json;
using CsrGraph.GraphQL;
using CsrGraph.Model;
using CsrGraph.Store;
using CsrGraph.StoreTests.Harness;
using CsrGraph.Vocabulary;
using Xunit;
using static CsrGraph.StoreTests.Harness.Make;

namespace CsrGraph.StoreTests;

/// <summary>Who listens is told of each change-set that touches what he named, as of that change-set.</summary>
public sealed class SubscriptionSpecs
{
    private static readonly Claim Attended = Relation("org:firm", "ATTENDED", "event:fair");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, EveryStore]
    public async Task Each_change_set_after_the_last_seen_comes_once_and_says_what_it_changed(string store)
    {
        await using var graph = await FiveChangeSetsAsync(store);

        var told = await ToldAsync(graph, "after: 2", 3);

        Assert.Equal([(3, 0, 0), (4, 0, 1), (5, 0, 0)], told);
    }

    [Theory, EveryStore]
    public async Task An_entity_is_touched_by_its_record_by_claims_that_it_is_an_end_of_and_by_their_evidence(string store)
    {
        await using var graph = await FiveChangeSetsAsync(store);

        Assert.Equal([1, 3, 4, 5], await NumbersAsync(graph, "after: 0, about: [\"event:fair\", \"pledge:last\"]", 4));
        Assert.Equal([2, 5], await NumbersAsync(graph, "after: 0, about: [\"org:other\", \"pledge:last\"]", 2));
        Assert.Equal([3, 4, 5], await NumbersAsync(graph, "after: 0, about: [\"doc-b\", \"pledge:last\"]", 3));
        Assert.Equal([5], await NumbersAsync(graph, "after: 0, about: [\"org:nobody\", \"pledge:last\"]", 1));
    }

    [Theory, EveryStore]
    public async Task A_kind_is_touched_by_whatever_touches_one_of_it(string store)
    {
        await using var graph = await FiveChangeSetsAsync(store);

        Assert.Equal([1, 3, 4, 5], await NumbersAsync(graph, "after: 0, kinds: [EVENT, PLEDGE]", 4));
        Assert.Equal([2], await NumbersAsync(graph, "after: 0, about: [\"org:other\"], kinds: [PERSON, ORGANISATION]", 1));
        Assert.Equal([5], await NumbersAsync(graph, "after: 0, kinds: [PERSON, PLEDGE]", 1));
    }

    // 1 a firm at a fair, 2 another organisation, 3 a second document that says the first again, 4 the claim is retracted, 5 a pledge.
    private static async Task<GraphUnderTest> FiveChangeSetsAsync(string store)
    {
        var graph = await GraphUnderTest.EmptyAsync(store);
        var (first, second) = (Words("doc-a", 1), Words("doc-b", 1));
        await graph.ApplyAsync(
            Added(Organisation("org:firm", "COMPANY", Full("Firm"))), Added(Event("event:fair", "Fair")), Added(Document("doc-a", "First", null)),
            new Change.ClaimAdded(Attended, Order(10)), new Change.EvidenceAdded(Attended.Id, first));
        await graph.ApplyAsync(Added(Organisation("org:other", "COMPANY", Full("Other"))));
        await graph.ApplyAsync(Added(Document("doc-b", "Second", null)), new Change.EvidenceAdded(Attended.Id, second));
        await graph.ApplyAsync(
            new Change.EvidenceRetracted(Attended.Id, first), new Change.EvidenceRetracted(Attended.Id, second), new Change.ClaimRetracted(Attended));
        await graph.ApplyAsync(Added(Pledge("pledge:last", "Last")));
        return graph;
    }

    private static Change.EntityAdded Added(Entity entity) => new(entity);

    private static async Task<IEnumerable<int>> NumbersAsync(GraphUnderTest graph, string arguments, int count) =>
        (await ToldAsync(graph, arguments, count)).Select(t => t.Number);

    private static async Task<IReadOnlyList<(int Number, int Added, int Retracted)>> ToldAsync(GraphUnderTest graph, string arguments, int count)
    {
        using var api = new GraphQLApi(VocabularyDefinition.Load(), graph.Store);
        var question = $"subscription {{ changeSetApplied({arguments}) {{ number added {{ totalCount }} retracted {{ totalCount }} }} }}";
        using var stream = await api.ListenAsync(new ApiRequest(question), Cancellation);
        var told = new List<(int, int, int)>();
        await foreach (var answer in stream.Answers.WithCancellation(Cancellation))
        {
            using (answer) told.Add(Read(answer));
            if (told.Count == count) break;
        }

        return told;
    }

    private static (int Number, int Added, int Retracted) Read(ApiAnswer answer)
    {
        using var json = JsonDocument.Parse(answer.Json);
        Assert.False(answer.HasErrors, json.RootElement.GetRawText());
        var told = json.RootElement.GetProperty("data").GetProperty("changeSetApplied");
        return (told.GetProperty("number").GetInt32(), Total(told, "added"), Total(told, "retracted"));
    }

    private static int Total(JsonElement told, string field) => told.GetProperty(field).GetProperty("totalCount").GetInt32();
}
