using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using CsrGraph.Benchmarks.Measuring;
using CsrGraph.Benchmarks.Sectors;
using CsrGraph.GraphQL;
using CsrGraph.Sqlite;
using CsrGraph.Vocabulary;

namespace CsrGraph.Benchmarks;

/// <summary>
/// What projections and groups take in this process, from the question's text to the answer's bytes, over the embedded store; in the processor's time as
/// well, which other processes on the machine change little. In Neo4j, who shares most, beside Cypher written by hand.
/// </summary>
internal static class ProjectionBenchmark
{
    private const string Projection = "projection(role: SIGNED, of: ORGANISATION, over: PLEDGE)";

    private const string Strongest = $"{{ {Projection} {{ edges(first: 100) {{ weight a {{ id name }} b {{ id name }} }} }} }}";

    private const string ByHand = "MATCH (a:CsrGraph:Organisation)-[:SIGNED]->(p:CsrGraph:Pledge)<-[:SIGNED]-(b:CsrGraph:Organisation) WHERE a.id < b.id "
        + "WITH a, b, count(DISTINCT p) AS weight ORDER BY weight DESC, a.id, b.id LIMIT 100 RETURN a.id, a.name, b.id, b.name, weight";

    private static readonly (string Title, string Query)[] Questions =
    [
        ("nodes and edges", $"{{ {Projection} {{ nodeCount edgeCount edges(first: 100) {{ weight newman jaccard expected probability }} }} }}"),
        ("with communities", $"{{ {Projection} {{ nodeCount edgeCount communityCount modularity edges(first: 100) {{ weight probability }} }} }}"),
        ("with betweenness", $"{{ {Projection} {{ nodeCount edgeCount betweennessSample nodes {{ betweenness }} }} }}"),
        ("with warnings", $"{{ {Projection} {{ nodeCount edgeCount partialRosters }} }}"),
        ("claims by relation type", "{ claimsGroupedBy(by: [RELATION_TYPE]) { totalCount } }"),
        ("events by year", "{ eventsGroupedBy(by: [YEAR]) { totalCount groups { members(first: 3) { nodes { name } } } } }"),
        ("organisations by relation type", "{ organisationsGroupedBy(by: [RELATION_TYPE]) { totalCount } }"),
    ];

    public static async Task RunAsync(string path, PeerSector sector, int rounds, TextWriter to, CancellationToken cancellation)
    {
        await StoreSector.FillFileAsync(path, sector, cancellation);
        await using var store = await SqliteGraphStore.OpenAsync(path, cancellation);
        using var api = new GraphQLApi(VocabularyDefinition.Load(), store, new ApiOptions { Timeout = TimeSpan.FromMinutes(5) });
        to.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{sector.Claims} claims, {sector.Events * 20L} signatures, {sector.Events * 190L} pairs"));
        List<IReadOnlyList<string>> rows = [["question", "p50 ms", "most ms", "processor ms", "answer"]];
        foreach (var (title, query) in Questions)
        {
            var (samples, said, spent) = (new Samples(), "", OwnProcess.Processor());
            for (var round = 0; round < rounds; round++)
            {
                var start = Stopwatch.GetTimestamp();
                using var answer = await api.AnswerAsync(new ApiRequest(query, null, null), cancellation);
                samples.Add(Stopwatch.GetElapsedTime(start));
                said = Numbers(JsonNode.Parse(answer.Json.Span)!);
            }

            rows.Add([title, Table.Time(samples.Median), Table.Time(samples.P99), Table.Time((OwnProcess.Processor() - spent).TotalMilliseconds / rounds), said]);
        }

        Table.Print(to, rows);
    }

    public static async Task OnNeo4jAsync(Uri address, PeerSector sector, int rounds, TextWriter to, CancellationToken cancellation)
    {
        await StoreSector.FillNeo4jAsync(address, sector, cancellation);
        await using var store = await StoreSector.OpenNeo4jAsync(address, cancellation);
        using var api = new GraphQLApi(VocabularyDefinition.Load(), store, new ApiOptions { Timeout = TimeSpan.FromMinutes(5) });
        using var neo4j = new CypherOverHttp(address, Environment.GetEnvironmentVariable("NEO4J_PASSWORD"));
        var (ours, byHand) = (new Samples(), new Samples());
        for (var round = 0; round < rounds; round++)
        {
            var start = Stopwatch.GetTimestamp();
            using var answer = await api.AnswerAsync(new ApiRequest(Strongest, null, null), cancellation);
            ours.Add(Stopwatch.GetElapsedTime(start));
            start = Stopwatch.GetTimestamp();
            var found = await neo4j.RunAsync(ByHand, null, cancellation);
            byHand.Add(Stopwatch.GetElapsedTime(start));
            var weights = JsonNode.Parse(answer.Json.Span)!["data"]!["projection"]!["edges"]!.AsArray().Select(e => e!["weight"]!.GetValue<long>());
            if (!weights.SequenceEqual(found.EnumerateArray().Select(r => r[4].GetInt64()))) throw new InvalidOperationException("the weights are not those of the Cypher");
        }

        Table.Print(to, ["Neo4j: who shares most", "p50 ms"], ["the projection", Table.Time(ours.Median)], ["by hand", Table.Time(byHand.Median)]);
        to.WriteLine($"the projection takes {Table.Ratio(ours.Median / byHand.Median)} as long as by hand");
    }

    // The plain values below the question's one field; an error in full.
    private static string Numbers(JsonNode answer) => answer["errors"] is { } errors
        ? errors.ToJsonString()
        : string.Join(", ", answer["data"]!.AsObject().First().Value!.AsObject().Where(v => v.Value is not (JsonArray or JsonObject)).Select(v => $"{v.Key} {v.Value}"));
}
