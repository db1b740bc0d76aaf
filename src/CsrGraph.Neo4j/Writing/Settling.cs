using System.Text.Json;
using CsrGraph.Neo4j.State;

namespace CsrGraph.Neo4j.Writing;

/// <summary>
/// Brings typed relationships, main nodes and counters to what a published change-set says, so that they alone tell what stands. Each step may be
/// ended within and begun anew; until the end, readers ask in the form that needs none of it.
/// </summary>
internal static class Settling
{
    // Entities of a request.
    private const int BatchSize = 1_000;

    /// <param name="fence">Lets the statements through.</param>
    /// <param name="state">What is published and what is settled.</param>
    /// <param name="touched">The entities whose relations change; null where nobody knows them any more, and all are counted.</param>
    /// <param name="cancellation">Gives up.</param>
    public static async Task RunAsync(Fence fence, StoreState state, IReadOnlyCollection<string>? touched, CancellationToken cancellation)
    {
        for (var number = state.Settled + 1; number <= state.Head; number++)
        {
            var repeated = new Repeated(fence, number);
            await repeated.RunAsync("begin-settling", null, cancellation);
            await MoveAsync(repeated, "settle-relations", cancellation);
            await MoveAsync(repeated, "settle-evidence", cancellation);
            await CountAsync(fence, repeated, touched, cancellation);
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

    private static Task CountAsync(Fence fence, Repeated repeated, IReadOnlyCollection<string>? touched, CancellationToken cancellation)
    {
        var lanes = new ParallelOptions { MaxDegreeOfParallelism = Fence.Lanes, CancellationToken = cancellation };
        return touched is null
            ? Parallel.ForEachAsync(
                repeated.PagesAsync("entity-ids", cancellation), lanes, async (page, c) => await CountAsync(fence, page.Select(r => r[0].GetString()), c))
            : Parallel.ForEachAsync(touched.Chunk(BatchSize), lanes, async (ids, c) => await CountAsync(fence, ids, c));
    }

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
