using CsrGraph.Benchmarks.Measuring;
using CsrGraph.Benchmarks.Sectors;
using CsrGraph.Query.Paths;
using CsrGraph.Query.Walks;
using CsrGraph.Sqlite;
using CsrGraph.Store;
using CsrGraph.Vocabulary;

namespace CsrGraph.Benchmarks.Walks;

/// <summary>Paths of at most four relations between random pairs: in SQLite, and beside Cypher written by hand in Neo4j.</summary>
internal sealed class PathsBenchmark(VocabularyDefinition vocabulary, WalkSector sector, int pairs, TextWriter to)
{
    private const int MostRows = 1_000_000;

    public async Task OnSqliteAsync(string path, CancellationToken cancellation)
    {
        var rows = 0L;
        await using var store = await SqliteGraphStore.OpenAsync(new SqliteStoreOptions(path) { OnStatement = w => Interlocked.Add(ref rows, w.Rows) }, cancellation);
        var (times, lengths) = (new WalkTimes("sqlite"), new List<int?>());
        foreach (var (from, other) in sector.Pairs(pairs / 5, 7)) await FindAsync(store, from, other, cancellation);
        foreach (var (from, other) in sector.Pairs(pairs, 1))
        {
            rows = 0;
            await times.AddAsync(async () =>
            {
                lengths.Add((await FindAsync(store, from, other, cancellation)).Length);
                return rows;
            });
        }

        Table.Print(to, WalkTimes.Headings, times.Row());
        foreach (var length in lengths.GroupBy(l => l).OrderBy(g => g.Key ?? int.MaxValue)) to.WriteLine($"{length.Key?.ToString() ?? "none"}: {length.Count()}");
    }

    public async Task OnNeo4jAsync(IGraphStore store, CypherOverHttp neo4j, CancellationToken cancellation)
    {
        var types = string.Join('|', vocabulary.RelationTypes.Where(t => !t.IsIdentity).Select(t => t.Id));
        const string Ends = "MATCH (a:CsrGraph:Entity {id: $from}) MATCH (b:CsrGraph:Entity {id: $to}) ";
        const string Shown = "RETURN [n IN nodes(p) | [n.id, n.body]], [x IN relationships(p) | [type(x), x.claimId, x.body]] LIMIT 10";
        var unlimited = $"{Ends}MATCH p = allShortestPaths((a)-[:{types}*..4]-(b)) WHERE all(x IN relationships(p) WHERE x.certainty IS NULL) {Shown}";

        // A condition on a step is looked at while Neo4j searches; one on the whole path only afterwards, which takes tens of seconds at a million claims.
        var limited = $"{Ends}MATCH p = ALL SHORTEST (a) ((x)-[r:{types} WHERE r.certainty IS NULL]-(y) WHERE y = b OR COUNT {{ (y)-[:{types}]-() }} <= 200){{1,4}} (b) {Shown}";
        var (ours, first, second) = (new WalkTimes("neo4j, the search"), new WalkTimes("by hand, through hubs"), new WalkTimes("by hand, not through hubs"));
        foreach (var (from, other) in sector.Pairs(pairs, 1))
        {
            if (from == other) continue;
            await ours.AddAsync(async () => (await FindAsync(store, from, other, cancellation)).Relations);
            await first.AddAsync(async () => (await neo4j.RunAsync(unlimited, new { from, to = other }, cancellation)).GetArrayLength());
            await second.AddAsync(async () => (await neo4j.RunAsync(limited, new { from, to = other }, cancellation)).GetArrayLength());
        }

        Table.Print(to, WalkTimes.Headings, ours.Row(), first.Row(), second.Row());
        to.WriteLine($"the search takes {Table.Ratio(ours.Median / first.Median)} and {Table.Ratio(ours.Median / second.Median)} as long as by hand");
    }

    private Task<PathAnswer> FindAsync(IGraphStore store, string from, string other, CancellationToken cancellation) => FindAsync(store, new PathQuestion(from, other), cancellation);

    private async Task<PathAnswer> FindAsync(IGraphStore store, PathQuestion question, CancellationToken cancellation) => await PathSearch.FindAsync(
        store, new AsOf(await store.HeadAsync(cancellation)), vocabulary, question, new RowMeter(MostRows), cancellation);
}
