using System.Globalization;
using CsrGraph.Benchmarks.Measuring;
using CsrGraph.Benchmarks.Sectors;
using CsrGraph.Query.Networks;
using CsrGraph.Query.Walks;
using CsrGraph.Sqlite;
using CsrGraph.Store;
using CsrGraph.Vocabulary;

namespace CsrGraph.Benchmarks.Walks;

/// <summary>The network one step around hubs: in SQLite, and beside Cypher written by hand in Neo4j.</summary>
internal sealed class NetworkBenchmark(VocabularyDefinition vocabulary, WalkSector sector, int hubs, TextWriter to)
{
    private const int MostRows = 1_000_000;

    public async Task OnSqliteAsync(string path, CancellationToken cancellation)
    {
        var rows = 0L;
        await using var store = await SqliteGraphStore.OpenAsync(new SqliteStoreOptions(path) { OnStatement = w => Interlocked.Add(ref rows, w.Rows) }, cancellation);
        var asked = sector.Hubs(hubs);
        var (all, again) = (new WalkTimes($"sqlite, the {hubs} largest hubs"), new WalkTimes("the same again"));
        var largest = new WalkTimes(string.Create(CultureInfo.InvariantCulture, $"the largest, of {asked[0].Degree} links"));
        var distant = new WalkTimes("two steps around random entities");
        foreach (var (id, _) in sector.Pairs(hubs, 2)) await FindAsync(store, id, 1, cancellation);
        foreach (var (id, _) in asked.Reverse()) await AddAsync(all, id, 1);
        foreach (var (id, _) in asked.Reverse()) await AddAsync(again, id, 1);
        for (var i = 0; i < 5; i++) await AddAsync(largest, asked[0].Id, 1);
        foreach (var (id, _) in sector.Pairs(hubs, 1)) await AddAsync(distant, id, 2);
        Table.Print(to, WalkTimes.Headings, all.Row(), again.Row(), largest.Row(), distant.Row());
        to.WriteLine(string.Create(CultureInfo.InvariantCulture, $"their median degree is {asked[asked.Count / 2].Degree}"));

        async Task AddAsync(WalkTimes times, string id, int depth)
        {
            rows = 0;
            await times.AddAsync(async () =>
            {
                await FindAsync(store, id, depth, cancellation);
                return rows;
            });
        }
    }

    public async Task OnNeo4jAsync(IGraphStore store, CypherOverHttp neo4j, CancellationToken cancellation)
    {
        var types = string.Join('|', vocabulary.RelationTypes.Where(t => !t.IsIdentity).Select(t => t.Id));
        var text = $"MATCH (a:CsrGraph:Entity {{id: $id}})-[:{types}]-(n:CsrGraph:Entity) WITH DISTINCT a, n, COUNT {{ (n)-[:{types}]-() }} AS degree ORDER BY degree DESC, n.id LIMIT 299 "
            + $"MATCH (a)-[x:{types}]-(n) RETURN n.id, n.body, degree, collect([type(x), x.claimId, startNode(x).id])";
        var (ours, byHand) = (new WalkTimes("neo4j, the walk"), new WalkTimes("by hand"));
        foreach (var (id, _) in sector.Hubs(hubs))
        {
            await ours.AddAsync(async () => (await FindAsync(store, id, 1, cancellation)).Relations);
            await byHand.AddAsync(async () => (await neo4j.RunAsync(text, new { id }, cancellation)).GetArrayLength());
        }

        Table.Print(to, WalkTimes.Headings, ours.Row(), byHand.Row());
        to.WriteLine($"the walk takes {Table.Ratio(ours.Median / byHand.Median)} as long as by hand");
    }

    private async Task<NetworkAnswer> FindAsync(IGraphStore store, string id, int depth, CancellationToken cancellation) => await NetworkWalk.FindAsync(
        store, new AsOf(await store.HeadAsync(cancellation)), vocabulary, new NetworkQuestion([id]) { Depth = depth }, new RowMeter(MostRows), cancellation);
}
