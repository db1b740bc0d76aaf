using CsrGraph.Neo4j;
using CsrGraph.Store;
using CsrGraph.StoreTests.Harness;
using Xunit;

namespace CsrGraph.StoreTests.Neo4j;

public sealed class ForeignDataSpecs
{
    // Labels, ids and relationship types of ours, and relationships between theirs and ours, even between ours alone.
    private static readonly string[] Theirs =
    [
        "CREATE (:Theirs:Entity:Organisation {id: 'org:gamma', kind: 'ORGANISATION', name: 'theirs', addedIn: 1})-[:GUIDED {by: 'them', addedIn: 1}]->"
            + "(:Theirs:Event {id: 'event:forum', retractedIn: 2}), (:Theirs:Store {id: 'store', head: 7}), (:Theirs:ChangeSet {id: 'changeset:1'}), "
            + "(:Theirs:Claim {id: 'c', addedIn: 1})-[:EVIDENCED_BY {addedIn: 1, retractedIn: 2}]->(:Theirs:Document {id: 'doc-a'})",
        "MATCH (a:CsrGraph {id: 'org:gamma'}) MATCH (e:Theirs:Event) MATCH (o:Theirs:Organisation) MATCH (f:CsrGraph {id: 'event:forum'}) "
            + "CREATE (a)-[:GUIDED {by: 'them'}]->(e), (o)-[:GUIDED {by: 'them'}]->(f), (a)-[:LIKES {by: 'them'}]->(f)",
    ];

    private const string Nodes = "MATCH (n:Theirs) RETURN elementId(n), labels(n), properties(n) ORDER BY elementId(n)";

    private const string Relationships =
        "MATCH (a)-[r]->(b) WHERE a:Theirs OR b:Theirs OR r.by = 'them' RETURN elementId(a), elementId(b), type(r), properties(r) ORDER BY elementId(r)";

    [Fact]
    public async Task What_others_keep_in_the_same_database_is_neither_read_nor_changed()
    {
        await using var database = await OneDatabase.EmptyAsync();
        var before = await database.NumberAsync("MATCH (n) WHERE NOT n:CsrGraph RETURN count(n)");
        await database.WriteAsync(Theirs[0]);
        try
        {
            await using var store = await OneDatabase.OpenAsync();
            Assert.Equal(before + 6, await store.ForeignNodesAsync(TestContext.Current.CancellationToken));
            await OneDatabase.ApplyAsync(store, Sample.Changes);
            var answers = await AnswersAsync(store, 1);
            await database.WriteAsync(Theirs[1]);
            var theirs = await TheirsAsync(database);
            Assert.Equal(answers, await AnswersAsync(store, 1));

            var loaded = await store.ChangesAsync(0, 1, TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken);
            await OneDatabase.ApplyAsync(store, [.. loaded.Select(Inverse).OrderBy(Rank)], 1);
            await OneDatabase.ApplyAsync(store, loaded, 2);
            Assert.Equal(answers, await AnswersAsync(store, 3));
            Assert.Equal(theirs, await TheirsAsync(database));
        }
        finally
        {
            await database.WriteAsync("MATCH (n:Theirs) DETACH DELETE n");
        }
    }

    private static async Task<string> AnswersAsync(Neo4jGraphStore store, long head)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var relations = await store.RelationsAsync(
            [
                new RelationRequest
                {
                    Anchors = ["org:gamma"], Relation = new RelationKey("GUIDED", RelationEnd.Subject), Page = PageRequest.All, WantsTotals = true,
                },
            ],
            new AsOf(head),
            cancellation);
        var bare = new RelationRequest
        {
            Anchors = ["org:gamma", "event:forum"],
            Relation = new RelationKey("GUIDED", RelationEnd.Either),
            Page = PageRequest.All,
            WantsClaims = false,
            WantsPlaces = false,
            FarParts = EntityParts.Heading,
        };
        List<string> named = [];
        for (var i = 0; i < 3; i++) named = [.. (await store.RelationsAsync([bare], new AsOf(head), cancellation))[0].SelectMany(p => p.Rows).Select(r => r.Far.Id.Value)];
        var counts = await store.CountAsync(
            [new CountRequest.Standing(CountOf.ClaimsByDocument), new CountRequest.Standing(CountOf.EntitiesByKind)], new AsOf(head), cancellation);
        return string.Join('\n', [
            .. relations[0][0].Rows.Select(r => $"{r.Claim!.Id} {r.Far.Id}"), $"{relations[0][0].Total} {relations[0][0].EdgeTotal}", .. named,
            .. counts.SelectMany(c => c.Rows).Select(c => $"{c.Key[0]} {c.Number}")]);
    }

    private static async Task<string> TheirsAsync(OneDatabase database) =>
        string.Join('\n', (await database.ReadAsync(Nodes)).Concat(await database.ReadAsync(Relationships)).Select(r => r.GetRawText()));

    private static Change Inverse(Change change) => change switch
    {
        Change.EntityAdded(var entity) => new Change.EntityRetracted(entity),
        Change.ClaimAdded(var claim, _) => new Change.ClaimRetracted(claim),
        Change.EvidenceAdded(var claim, var evidence) => new Change.EvidenceRetracted(claim, evidence),
        _ => throw new ArgumentException($"not of a first load: {change}", nameof(change)),
    };

    private static int Rank(Change change) => change switch { Change.EvidenceRetracted => 0, Change.ClaimRetracted => 1, _ => 2 };
}
