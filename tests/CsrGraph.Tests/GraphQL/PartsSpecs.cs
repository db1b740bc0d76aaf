using System.Collections;
using CsrGraph.GraphQL;
using CsrGraph.Store;
using CsrGraph.Vocabulary;
using Xunit;

namespace CsrGraph.Tests.GraphQL;

/// <summary>The store is asked for no more of a row than the selection looks at.</summary>
public sealed class PartsSpecs(SmallGraph small) : IClassFixture<SmallGraph>
{
    private readonly List<object> requests = [];

    [Theory]
    [InlineData("totalCount", EntityParts.Heading)]
    [InlineData("edges { cursor node { __typename id name kind } }", EntityParts.Heading)]
    [InlineData("nodes { ... on Organisation { category } ... on Event { date { text reason } } }", EntityParts.Heading)]
    [InlineData("nodes { claims { totalCount } figures { value } ... on Event { guidedBy { totalCount } rosters { role } lifeState } }", EntityParts.Heading)]
    [InlineData("nodes { names @skip(if: true) { text } formerIds @include(if: false) ... @include(if: $no) { names { text } } }", EntityParts.Heading)]
    [InlineData("nodes { n: names { text } }", EntityParts.Record)]
    [InlineData("nodes { name(lang: EN) }", EntityParts.Record)]
    [InlineData("edges { node { id } } nodes { formerIds }", EntityParts.Record)]
    [InlineData("nodes { names @include(if: true) { text } }", EntityParts.Record)]
    [InlineData("nodes { ... @skip(if: $no) { names { text } } }", EntityParts.Record)]
    [InlineData("nodes { ...F } } } fragment F on Entity { ... on Node { id ...G } } fragment G on Person { ... { names { text }", EntityParts.Record)]
    [InlineData("nodes { id } ...F } } fragment F on EntitiesConnection { edges { node { ... on Person { formerIds }", EntityParts.Record)]
    public async Task A_found_entity_is_asked_for_as_far_as_it_is_looked_at(string selection, EntityParts parts)
    {
        await AskAsync(Closed($"query ($no: Boolean = false) {{ __typename @skip(if: $no) entities {{ {selection}"));
        Assert.Equal(parts, Assert.Single(requests.OfType<FindRequest>()).Parts);
    }

    [Theory]
    [InlineData("nodes { id name", EntityParts.Heading, false)]
    [InlineData("edges { cursor node { name }", EntityParts.Heading, false)]
    [InlineData("edges { __typename", EntityParts.Heading, false)]
    [InlineData("totalCount edgeCount pageInfo { endCursor", EntityParts.Heading, false)]
    [InlineData("edges { evidence @skip(if: true) { quote } }", EntityParts.Heading, false)]
    [InlineData("edges { title", EntityParts.Heading, true)]
    [InlineData("edges { claim { id", EntityParts.Heading, true)]
    [InlineData("edges { evidence { quote", EntityParts.Heading, true)]
    [InlineData("edges { when { text } node { names { text", EntityParts.Record, true)]
    [InlineData("nodes { names { text } } edges { cursor", EntityParts.Record, false)]
    public async Task A_relation_is_asked_for_as_far_as_it_is_looked_at(string selection, EntityParts parts, bool claims)
    {
        await AskAsync(Closed($"{{ event(id: \"event:forum\") {{ guidedBy {{ {selection}"));
        var request = Assert.Single(requests.OfType<RelationRequest>());
        Assert.Equal((parts, claims), (request.FarParts, request.WantsClaims));
    }

    [Theory]
    [InlineData("nodes { id } totalCount pageInfo { hasNextPage hasPreviousPage", false)]
    [InlineData("edges { node { id } claim { id", false)]
    [InlineData("edges { c: cursor", true)]
    [InlineData("nodes { id } pageInfo { hasNextPage endCursor", true)]
    [InlineData("pageInfo { ... on PageInfo { ... { startCursor", true)]
    public async Task Places_are_asked_for_where_a_cursor_is_looked_at(string selection, bool places)
    {
        await AskAsync(Closed($"{{ event(id: \"event:forum\") {{ guidedBy {{ {selection}"));
        Assert.Equal(places, Assert.Single(requests.OfType<RelationRequest>()).WantsPlaces);
        requests.Clear();
        await AskAsync(Closed($"{{ event(id: \"event:forum\") {{ id }} organisations {{ {selection.Replace("claim", "node", StringComparison.Ordinal)}"));
        Assert.Equal(places, Assert.Single(requests.OfType<FindRequest>()).WantsPlaces);
    }

    [Theory]
    [InlineData("documents { nodes { title published { text }", EntityParts.Heading)]
    [InlineData("documents { nodes { publisher { name }", EntityParts.Record)]
    [InlineData("rosters { named { count", EntityParts.Heading)]
    [InlineData("rosters { named { nodes { name }", EntityParts.Heading)]
    [InlineData("rosters { named { nodes { names { text }", EntityParts.Record)]
    public async Task Documents_and_members_are_asked_for_as_far_as_they_are_looked_at(string selection, EntityParts parts)
    {
        await AskAsync(Closed($"{{ pledge(id: \"pledge:open\") {{ {selection}"));
        Assert.Equal(parts, Assert.Single(requests.OfType<RelationRequest>()).FarParts);
    }

    [Fact]
    public async Task Two_fields_that_look_at_different_parts_each_get_theirs()
    {
        await AskAsync("{ event(id: \"event:forum\") { a: guidedBy { nodes { name } } b: guidedBy { nodes { names { text } } } } }");
        Assert.Equal([EntityParts.Heading, EntityParts.Record], requests.OfType<RelationRequest>().Select(r => r.FarParts));
    }

    private static string Closed(string query) => query + new string('}', query.Count(c => c == '{') - query.Count(c => c == '}'));

    private async Task AskAsync(string query)
    {
        using var ask = new Asking(new GraphQLApi(VocabularyDefinition.Load(), new FaultyStore(small.Store)
        {
            Before = (_, asked) => requests.AddRange(((IEnumerable)asked).Cast<object>()),
        }));
        await ask.DataAsync(query);
    }
}
