using CsrGraph.Neo4j;
using CsrGraph.Store;
using CsrGraph.StoreTests.Harness;
using Xunit;

namespace CsrGraph.StoreTests.Neo4j;

/// <summary>Rows that only name the far entity's node, whose heading is known or read afterwards.</summary>
public sealed class NamedNodeSpecs
{
    private const string Guests = "ATTENDED";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Headings_that_are_known_are_not_asked_for_again()
    {
        await using var database = await OneDatabase.EmptyAsync();
        await using var relay = new StatementRelay(Neo4jDatabase.Options!.Address);
        await using var store = await OneDatabase.OpenAsync(relay);
        await OneDatabase.ApplyAsync(store, Graph("guest", 30));
        for (var i = 0; i < 12; i++) Assert.Equal(Names("guest", 30), await AskAsync(store, 30));
        relay.Take();
        Assert.Equal(Names("guest", 30), await AskAsync(store, 30));
        var asked = Assert.Single(relay.Take()).Text;
        Assert.DoesNotContain(".name", asked, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_of_named_nodes_says_whether_more_follow_and_keeps_their_order()
    {
        await using var database = await OneDatabase.EmptyAsync();
        await using var store = await OneDatabase.OpenAsync();
        await OneDatabase.ApplyAsync(store, Graph("guest", 30));
        for (var i = 0; i < 12; i++)
        {
            Assert.Equal(Names("guest", 29), await AskAsync(store, 29, hasNext: true));
            Assert.Equal(Names("guest", 30), await AskAsync(store, 30));
        }
    }

    [Fact]
    public async Task Headings_of_a_database_that_was_emptied_and_filled_again_are_not_taken_for_the_new_ones()
    {
        await using var database = await OneDatabase.EmptyAsync();
        await using var reader = await OneDatabase.OpenAsync();
        await OneDatabase.ApplyAsync(reader, Graph("guest", 30));
        for (var i = 0; i < 12; i++) Assert.Equal(Names("guest", 30), await AskAsync(reader, 30));

        await Neo4jDatabase.EmptyAsync(Cancellation);
        await using var writer = await OneDatabase.OpenAsync();
        await OneDatabase.ApplyAsync(writer, Graph("other", 30));
        for (var i = 0; i < 3; i++) Assert.Equal(Names("other", 30), await AskAsync(reader, 30));
    }

    [Fact]
    public async Task A_node_that_is_another_entity_since_the_database_was_filled_again_has_its_new_heading_at_once()
    {
        await using var database = await OneDatabase.EmptyAsync();
        await using var store = await OneDatabase.OpenAsync();
        await OneDatabase.ApplyAsync(store, Graph("guest", 30));
        for (var i = 0; i < 12; i++) Assert.Equal(Names("guest", 30), await AskAsync(store, 30));

        // Neo4j gives a node the number of one that is gone when it likes, so the same nodes stand for those of another filling.
        await database.WriteAsync("MATCH (p:CsrGraph:Person) SET p.name = replace(p.name, 'guest', 'other')");
        await database.WriteAsync("MATCH (s:CsrGraph {id: 'store'}) SET s.movingUntil = coalesce(s.movingUntil, 0) + 1");
        Assert.Equal(Names("other", 30), await AskAsync(store, 30));
    }

    [Fact]
    public async Task Claim_ids_that_were_written_with_their_prefix_are_mended_when_the_store_is_opened()
    {
        await using var database = await OneDatabase.EmptyAsync();
        await using (var store = await OneDatabase.OpenAsync()) await OneDatabase.ApplyAsync(store, Graph("guest", 30));
        await database.WriteAsync("MATCH (:CsrGraph)-[x]->(:CsrGraph) WHERE x.claimId IS NOT NULL SET x.claimId = 'claim:' + x.claimId");
        await database.WriteAsync("MATCH (s:CsrGraph {id: 'store'}) SET s.schema = [n IN s.schema WHERE NOT n STARTS WITH '015']");

        await using var later = await OneDatabase.OpenAsync();
        Assert.Empty(await later.IntegrityCheckAsync(Cancellation));
        Assert.Equal(0, await database.NumberAsync("MATCH ()-[x]->() WHERE x.claimId STARTS WITH 'claim:' RETURN count(x)"));
        Assert.Equal(Names("guest", 30), await AskAsync(later, 30));
    }

    private static IEnumerable<Change> Graph(string name, int guests)
    {
        yield return new Change.EntityAdded(Make.Document("doc", "Doc", null));
        yield return new Change.EntityAdded(Make.Event("event:fair", "Fair"));
        for (var i = 0; i < guests; i++) yield return new Change.EntityAdded(Make.Person($"person:{name}-{i}", $"{name} {i}"));
        for (var i = 0; i < guests; i++)
        {
            var claim = Make.Relation($"person:{name}-{i}", Guests, "event:fair");
            yield return new Change.ClaimAdded(claim, Make.Order(i));
            yield return new Change.EvidenceAdded(claim.Id, Make.Words("doc", 1));
        }
    }

    private static IEnumerable<string> Names(string name, int guests) => Enumerable.Range(0, guests).Select(i => $"{name} {i}");

    private static async Task<IEnumerable<string>> AskAsync(Neo4jGraphStore store, int first, bool hasNext = false)
    {
        var request = RelationSpecs.Ask("event:fair", new(Guests, RelationEnd.Object)) with
        {
            Page = new PageRequest(first),
            FarParts = EntityParts.Heading,
            WantsClaims = false,
            WantsPlaces = false,
            WantsTotals = false,
        };
        var page = (await store.RelationsAsync([request], new AsOf(1), Cancellation))[0][0];
        Assert.Equal((hasNext, false), (page.HasNext, page.HasPrevious));
        return page.Rows.Select(r => r.Far.Name);
    }
}
