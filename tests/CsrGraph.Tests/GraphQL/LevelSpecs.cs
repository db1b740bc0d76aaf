using CsrGraph.GraphQL;
using CsrGraph.Store;
using CsrGraph.Vocabulary;
using Xunit;

namespace CsrGraph.Tests.GraphQL;

/// <summary>A level of a question is one call for each of the store's methods, and asks for no more than is selected.</summary>
public sealed class LevelSpecs(SmallGraph small) : IClassFixture<SmallGraph>
{
    private readonly List<(string Method, object Requests)> calls = [];

    [Fact]
    public async Task Siblings_aliases_and_cousins_of_one_level_go_out_in_one_call()
    {
        await AskAsync("{ events { nodes { guidedBy { totalCount } g: guidedBy(first: 1) { nodes { id } } hostedBy { nodes { id } } } } pledges { nodes { signatories { nodes { id } } } } }");
        Assert.Equal([nameof(IGraphStore.FindAsync), nameof(IGraphStore.RelationsAsync)], calls.Select(c => c.Method));
        Assert.Equal(4, Relations(1).Count);
        Assert.All(Relations(1), r => Assert.Equal(3, r.Anchors.Count));
    }

    [Fact]
    public async Task The_same_request_from_several_places_is_put_once()
    {
        await AskAsync("{ a: events { nodes { ...G } } b: allSeries { nodes { name } } c: entities(filter: { kind: { eq: EVENT } }) { nodes { ... on Event { ...G } } } } fragment G on Event { guidedBy(first: 5) { nodes { id } } }");
        Assert.Equal(3, Assert.Single(Relations(1)).Anchors.Count);
    }

    [Fact]
    public async Task Merged_fields_are_one_request()
    {
        await AskAsync("{ events { nodes { guidedBy(first: 5) { totalCount } ... on Event { guidedBy(first: 5) { nodes { id } } } } } }");
        var request = Assert.Single(Relations(1));
        Assert.Equal(3, request.Anchors.Count);
        Assert.True(request.WantsTotals);
    }

    [Theory]
    [InlineData("totalCount", 0, true)]
    [InlineData("edgeCount", 0, true)]
    [InlineData("nodes { id }", 7, false)]
    [InlineData("pageInfo { hasNextPage }", 7, false)]
    [InlineData("t: totalCount edges { cursor }", 7, true)]
    [InlineData("__typename", 0, false)]
    [InlineData("totalCount @skip(if: true) nodes { id }", 7, false)]
    public async Task Rows_and_totals_are_asked_for_only_where_they_are_selected(string selection, int limit, bool totals)
    {
        await AskAsync($"{{ event(id: \"event:forum\") {{ guidedBy(first: 7) {{ {selection} }} }} }}");
        var request = Assert.Single(Relations(1));
        Assert.Equal((limit, totals), (request.Page.Limit, request.WantsTotals));
    }

    [Fact]
    public async Task States_do_not_mix_in_a_call()
    {
        await AskAsync("{ now: event(id: \"event:forum\") { attendees { totalCount } } then: asOf(knownAt: 1) { event(id: \"event:forum\") { attendees { totalCount } } } }");
        Assert.Equal(2, calls.Count(c => c.Method == nameof(IGraphStore.EntitiesAsync)));
        Assert.Equal(2, calls.Count(c => c.Method == nameof(IGraphStore.RelationsAsync)));
    }

    [Fact]
    public async Task A_question_reads_the_head_once()
    {
        small.Store.Reset();
        await small.Ask.DataAsync("{ events { nodes { name } } people { nodes { name } } }");
        Assert.Equal(1, small.Store.Calls[nameof(IGraphStore.ChangeSetsAsync)]);
    }

    private async Task AskAsync(string query)
    {
        using var ask = new Asking(new GraphQLApi(VocabularyDefinition.Load(), new FaultyStore(small.Store)
        {
            Before = (method, requests) =>
            {
                if (method != nameof(IGraphStore.ChangeSetsAsync)) calls.Add((method, requests));
            },
        }));
        await ask.DataAsync(query);
    }

    private IReadOnlyList<RelationRequest> Relations(int call) => (IReadOnlyList<RelationRequest>)calls[call].Requests;
}
