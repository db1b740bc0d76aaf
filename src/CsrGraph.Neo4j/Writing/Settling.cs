using System.Text.Json;
using CsrGraph.Neo4j.State;
using CsrGraph.Neo4j.Wire;

namespace CsrGraph.Neo4j.Writing;

/// <summary>
/// Brings typed relationships, main nodes and counters to what a published change-set says, so that they alone tell what stands. Each step may be
/// ended within and begun anew; until the end, readers ask in the form that needs none of it.
/// </summary>
internal static class Settling
{
    // Beyond so many changed claims, all entities are counted once rather than the ends of each.
    private const int Many = 5_000;

    public static async Task RunAsync(Neo4jClient client, StoreState state, long lease, long? changed, CancellationToken cancellation)
    {
        for (var number = state.Settled + 1; number <= state.Head; number++)
        {
            var repeated = new Repeated(client, number, lease);
            await repeated.RunAsync("begin-settling", null, cancellation);
            await repeated.ByIdAsync("settle-relations", cancellation);
            await repeated.ToTheEndAsync("settle-evidence", cancellation);
            await CountAsync(client, repeated, changed, cancellation);
            await repeated.ToTheEndAsync("settle-claims", cancellation);
            await repeated.ToTheEndAsync("settle-entities", cancellation);
            await repeated.ToTheEndAsync("sweep-batches", cancellation);
            await repeated.RunAsync("end-settling", null, cancellation);
        }
    }

    private static async Task CountAsync(Neo4jClient client, Repeated repeated, long? changed, CancellationToken cancellation)
    {
        if (changed is null or > Many)
        {
            await foreach (var page in repeated.PagesAsync("entity-ids", cancellation)) await CountAsync(client, page.Select(r => r[0].GetString()), cancellation);
            return;
        }

        var touched = new HashSet<string?>();
        foreach (var statement in new[] { "touched-by-added", "touched-by-retracted" })
        {
            await foreach (var page in repeated.PagesAsync(statement, cancellation)) touched.UnionWith(page.SelectMany(Ends));
        }

        foreach (var ids in touched.Chunk(1_000)) await CountAsync(client, ids, cancellation);
    }

    private static IEnumerable<string?> Ends(JsonElement row) => [row[1].GetString(), row[2].GetString()];

    private static Task<ResultSummary> CountAsync(Neo4jClient client, IEnumerable<string?> ids, CancellationToken cancellation)
    {
        var cypher = new Cypher(Queries.Named("count-relations"), json =>
        {
            json.WriteStartArray("ids");
            foreach (var id in ids) json.WriteStringValue(id);
            json.WriteEndArray();
        });
        return client.RunAsync(cypher, AccessMode.Write, null, cancellation);
    }
}
