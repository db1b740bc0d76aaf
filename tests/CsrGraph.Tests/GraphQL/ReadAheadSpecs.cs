using System.Text.Json.Nodes;
using CsCheck;
using CsrGraph.GraphQL;
using CsrGraph.InMemory;
using CsrGraph.Store;
using CsrGraph.Tests.Cookbook;
using CsrGraph.Vocabulary;
using Xunit;

namespace CsrGraph.Tests.GraphQL;

/// <summary>A store that answers along with rows what is asked ahead of them leads to the same answers, with fewer calls.</summary>
public sealed class ReadAheadSpecs(SeededApi seeded, SmallGraph small) : IClassFixture<SeededApi>, IClassFixture<SmallGraph>
{
    private readonly List<(string Method, object Requests)> calls = [];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_cookbooks_questions_have_the_same_answers()
    {
        var (store, ask) = Reading(seeded.Store);
        using (ask)
        {
            foreach (var (question, _) in CookbookSpecs.Read().Values) await RequireSameAsync(seeded.Ask, ask, question, null);
        }

        Assert.True(store.Read > 10, $"{store.Read} pages");
    }

    [Fact]
    public async Task The_benchmark_question_has_the_same_answer()
    {
        var question = await File.ReadAllTextAsync(SharedFiles.Path("contract", "bench.graphql"), Cancellation);
        var ids = (await seeded.Ask.DataAsync("{ events(first: 100) { nodes { id } } }")).Texts("events.nodes.id");
        var (store, ask) = Reading(seeded.Store);
        using (ask) await RequireSameAsync(seeded.Ask, ask, question, new { ids });
        Assert.True(store.Read > ids.Count);
    }

    [Fact]
    public async Task Any_selection_has_the_same_answer()
    {
        var questions = SelectionGen.Over(small.Ask.Api.PrintSchema());
        var (store, ask) = Reading(small.Store);
        using var plain = new Asking(new GraphQLApi(VocabularyDefinition.Load(), small.Store, AnyCost));
        using (ask)
        {
            await questions.SampleAsync(question => RequireSameAsync(plain, ask, question, null), iter: Iterations);
        }

        Assert.True(store.Read > Iterations / 5, $"{store.Read} pages");
    }

    [Theory]
    [InlineData("{ events(first: 2) { nodes { hostedBy { nodes { hosted(first: 2) { nodes { id } } } } } } }")]
    [InlineData("{ events(first: 2) { edges { node { hostedBy { edges { node { ... on Organisation { hosted(first: 2) { nodes { id } } } } } } } } } }")]
    [InlineData("{ events(first: 2) { nodes { ...H } } } fragment H on Event { hostedBy { nodes { ...O } } } fragment O on Organisation { hosted(first: 2) { nodes { id } } }")]
    public async Task What_is_read_ahead_is_not_asked_again(string question)
    {
        await AskAsync(question);
        Assert.Equal([nameof(IGraphStore.FindAsync)], calls.Select(c => c.Method));
    }

    [Fact]
    public async Task Each_question_is_told_ahead_with_its_own_arguments()
    {
        await AskAsync("query ($n: Int = 3) { events { nodes { a: hostedBy(first: $n) { nodes { id } } b: hostedBy(first: 1) { totalCount } ... on Event @skip(if: true) { attendees { nodes { id } } } } } }");
        var ahead = ((IReadOnlyList<FindRequest>)calls[0].Requests)[0].Ahead;
        Assert.Equal([3, 0], ahead.Select(a => a.Request.Page.Limit));
        Assert.Equal([false, true], ahead.Select(a => a.Request.WantsTotals));
    }

    [Fact]
    public async Task What_cannot_be_asked_is_not_told_ahead_and_says_so_where_it_stands()
    {
        using var ask = Asked();
        var answer = await ask.AnswerAsync("{ events(first: 1) { nodes { hostedBy(first: 1, after: \"nonsense\") { nodes { id } } } } }");
        Assert.Empty(((IReadOnlyList<FindRequest>)calls[0].Requests)[0].Ahead);
        Assert.Equal("events.nodes.0.hostedBy", string.Join('.', answer["errors"]![0]!["path"]!.AsArray()));
    }

    [Fact]
    public async Task Nothing_is_told_ahead_to_a_store_that_does_not_look()
    {
        using var ask = new Asking(new GraphQLApi(VocabularyDefinition.Load(), new FaultyStore(small.Store) { Before = (method, requests) => calls.Add((method, requests)) }));
        await ask.DataAsync("{ events { nodes { hostedBy { nodes { id } } } } }");
        Assert.All(calls.Select(c => c.Requests).OfType<IReadOnlyList<FindRequest>>(), requests => Assert.Empty(requests[0].Ahead));
    }

    private static ApiOptions AnyCost { get; } = new() { MaxCost = int.MaxValue };

    private static int Iterations => Environment.GetEnvironmentVariable("CSRGRAPH_FULL") == "1" ? 5_000 : 500;

    private static (ReadAheadStore Store, Asking Ask) Reading(IGraphStore store)
    {
        var reading = new ReadAheadStore(store);
        return (reading, new Asking(new GraphQLApi(VocabularyDefinition.Load(), reading, AnyCost)));
    }

    private static async Task RequireSameAsync(Asking plain, Asking reading, string question, object? variables)
    {
        var (expected, given) = (await plain.AnswerAsync(question, variables), await reading.AnswerAsync(question, variables));
        Assert.True(JsonNode.DeepEquals(expected, given), $"{question}\n{expected.ToJsonString()}\n{given.ToJsonString()}");
    }

    private Asking Asked() => new(new GraphQLApi(VocabularyDefinition.Load(), new FaultyStore(new ReadAheadStore(small.Store))
    {
        Before = (method, requests) =>
        {
            if (method != nameof(IGraphStore.ChangeSetsAsync)) calls.Add((method, requests));
        },
    }));

    private async Task AskAsync(string query)
    {
        using var ask = Asked();
        await ask.DataAsync(query);
    }
}
