using System.Text.Json;
using CsrGraph.Neo4j.State;

namespace CsrGraph.Neo4j.Writing;

/// <summary>
/// Brings typed relationships, main nodes and counters to what a published change-set says, so that they alone tell what stands. Each step may be
/// ended within and begun anew; until the end, readers ask in the form that needs none of it.
/// </summary>
internal static class Settling
{
    // Beyond so many changed claims, all entities are counted once rather than the ends of each.
    private const int Many = 5_000;

    public static async Task RunAsync(Fence fence, StoreState state, long? changed, CancellationToken cancellation)
    {
        for (var number = state.Settled + 1; number <= state.Head; number++)
        {
            var repeated = new Repeated(fence, number);
            await repeated.RunAsync("begin-settling", null, cancellation);
            await MoveAsync(repeated, "settle-relations", cancellation);
            await MoveAsync(repeated, "settle-evidence", cancellation);
            await CountAsync(fence, repeated, changed, cancellation);
            await MoveAsync(repeated, "settle-claims", cancellation);
            await MoveAsync(repeated, "settle-entities", cancellation);
            await repeated.ToTheEndAsync("sweep-batches", cancellation);
            await repeated.RunAsync("name-settled", null, cancellation);
            await repeated.RunAsync("end-settling", null, cancellation);
        }
    }

    // Neo4j shows the rows of a transaction one by one while it commits. So readers are told before and after, in transactions of their own, and have as
    // much time in between as a move takes.
    private static async Task MoveAsync(Repeated repeated, string statement, CancellationToken cancellation)
    {
        var after = "";
        while (true)
        {
            var began = TimeProvider.System.GetTimestamp();
            await repeated.RunAsync("begin-moving", null, cancellation);
            var moved = (await repeated.RunAsync(statement, after, cancellation))[0];
            await repeated.RunAsync("end-moving", null, cancellation);
            if (moved[0].GetInt64() == 0) return;
            if (moved.GetArrayLength() > 1) after = moved[1].GetString()!;
            await Task.Delay(TimeProvider.System.GetElapsedTime(began), cancellation);
        }
    }

    private static async Task CountAsync(Fence fence, Repeated repeated, long? changed, CancellationToken cancellation)
    {
        var lanes = new ParallelOptions { MaxDegreeOfParallelism = Fence.Lanes, CancellationToken = cancellation };
        if (changed is null or > Many)
        {
            await Parallel.ForEachAsync(
                repeated.PagesAsync("entity-ids", cancellation), lanes, async (page, c) => await CountAsync(fence, page.Select(r => r[0].GetString()), c));
            return;
        }

        var touched = new HashSet<string?>();
        foreach (var statement in new[] { "touched-by-added", "touched-by-retracted" })
        {
            await foreach (var page in repeated.PagesAsync(statement, cancellation)) touched.UnionWith(page.SelectMany(Ends));
        }

        await Parallel.ForEachAsync(touched.Chunk(1_000), lanes, async (ids, c) => await CountAsync(fence, ids, c));
    }

    private static IEnumerable<string?> Ends(JsonElement row) => [row[1].GetString(), row[2].GetString()];

    private static Task<List<JsonElement>> CountAsync(Fence fence, IEnumerable<string?> ids, CancellationToken cancellation) => fence.RunRepeatableAsync(
        "count-relations",
        json =>
        {
            json.WriteStartArray("ids");
            foreach (var id in ids) json.WriteStringValue(id);
            json.WriteEndArray();
        },
        cancellation);
}
