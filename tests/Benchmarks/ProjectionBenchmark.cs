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
/// well, which other processes on the machine change little.
/// </summary>
internal static class ProjectionBenchmark
{
    private const string Projection = "projection(role: SIGNED, of: ORGANISATION, over: PLEDGE)";

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

    // The plain values below the question's one field; an error in full.
    private static string Numbers(JsonNode answer) => answer["errors"] is { } errors
        ? errors.ToJsonString()
        : string.Join(", ", answer["data"]!.AsObject().First().Value!.AsObject().Where(v => v.Value is not (JsonArray or JsonObject)).Select(v => $"{v.Key} {v.Value}"));
}
