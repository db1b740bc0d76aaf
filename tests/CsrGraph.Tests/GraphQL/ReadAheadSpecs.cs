using CsrGraph.GraphQL;
using CsrGraph.GraphQL.Schema;
using CsrGraph.InMemory;
using CsrGraph.Store;
using CsrGraph.Vocabulary;
using GraphQL.Types;
using Xunit;

namespace CsrGraph.Tests.GraphQL;

/// <summary>A store that answers along with rows what is asked ahead of them leads to the same answers, with fewer calls.</summary>
public sealed class ReadAheadSpecs(SeededApi seeded, SmallGraph small) : IClassFixture<SeededApi>, IClassFixture<SmallGraph>
{
    private readonly List<(string Method, object Requests)> calls = [];

    [Fact]
    public async Task The_cookbooks_questions_have_the_same_answers()
    {
        var store = new ReadAheadStore(seeded.Store);
        await SameAnswers.ToTheCookbookAsync(seeded, store);
        Assert.True(store.Read > 10, $"{store.Read} pages");
    }

    [Fact]
    public async Task The_benchmark_question_has_the_same_answer()
    {
        var store = new ReadAheadStore(seeded.Store);
        var events = await SameAnswers.ToTheBenchmarkAsync(seeded, store);
        Assert.True(store.Read > events, $"{store.Read} pages");
    }

    [Fact]
    public async Task Any_selection_has_the_same_answer()
    {
        var store = new ReadAheadStore(small.Store);

        // Questions that tell too little are followed by more.
        for (var i = 0; i < 5 && store.Read <= SameAnswers.Iterations / 5; i++) await SameAnswers.ToAnySelectionAsync(small, store);
        Assert.True(store.Read > SameAnswers.Iterations / 5, $"{store.Read} pages");
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

    [Theory]
    [InlineData("{ organisations { nodes { supervisedBy { nodes { supervisedBy { nodes { id } } } } } } }")]
    [InlineData("{ organisations { nodes { supervises { nodes { name supervises { nodes { id supervises { nodes { name } } } } } } } } }")]
    [InlineData("{ organisations { nodes { ...O supervises { nodes { ...O } } } } } fragment O on Organisation { id supervises { nodes { name } } }")]
    public async Task A_relation_may_be_asked_again_of_what_it_leads_to(string question)
    {
        using var own = new Asking(new GraphQLApi(VocabularyDefinition.Load(), small.Store));
        using var ask = Asked();
        Assert.Equal((await own.DataAsync(question)).ToJsonString(), (await ask.DataAsync(question)).ToJsonString());
        var ahead = ((IReadOnlyList<FindRequest>)calls[0].Requests)[0].Ahead;
        Assert.NotEmpty(Assert.Single(ahead).Request.Ahead);
    }

    [Fact]
    public async Task What_is_selected_twice_below_many_types_is_looked_at_a_few_times()
    {
        const int Hops = 7;
        const int Most = 10 * Hops;
        using var ask = Asked();
        var looks = 0;
        foreach (var field in ask.Api.Schema.AllTypes.OfType<IObjectGraphType>().SelectMany(t => t.Fields.OfType<SpecifiedField>()))
        {
            if (field.Ahead is not { } ahead) continue;
            field.Ahead = (context, scope) => ++looks <= Most ? ahead(context, scope) : throw new InvalidOperationException($"looked at more than {Most} times");
        }

        static string Hop(int number) => Twice($"aboutThis(first: 1) {{ nodes {{ about(first: 1) {{ nodes {{ ...F{number + 1} }} }} }} }}");
        static string Twice(string field) => $"{field} {field}";
        var hops = string.Concat(Enumerable.Range(0, Hops).Select(i => $"fragment F{i} on Entity {{ {Hop(i)} }} "));
        await ask.DataAsync($"{{ entities(first: 1) {{ nodes {{ ...F0 }} }} }} {hops} fragment F{Hops} on Entity {{ id }}");
        Assert.InRange(looks, 2 * Hops, Most);
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
