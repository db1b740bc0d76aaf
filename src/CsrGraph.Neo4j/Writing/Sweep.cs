using System.Text.Json;
using CsrGraph.Neo4j.Wire;

namespace CsrGraph.Neo4j.Writing;

/// <summary>Removes what a writer left that did not come to publish, and reopens what it had ended.</summary>
internal static class Sweep
{
    // What hangs on claims goes before the claims, and claims before the entities that they name. A sweep that is ended within is begun anew.
    private static readonly string[] Steps =
    [
        "sweep-evidence", "reopen-evidence", "sweep-claim-versions", "sweep-claims", "reopen-claims", "sweep-names", "sweep-entities", "reopen-nodes",
        "sweep-batches",
    ];

    /// <summary>Does it, unless the number was published after all.</summary>
    /// <returns>What statements go through from now on; nothing that was sent before does any more.</returns>
    public static async Task<Fence> RunAsync(Neo4jClient client, Fence fence, long lease, long number, CancellationToken cancellation)
    {
        if (await BeginAsync(client, lease, number, cancellation) is not { } ticket) return fence;
        fence = new Fence(client, ticket);
        var repeated = new Repeated(fence, number);
        foreach (var step in Steps) await repeated.ToTheEndAsync(step, cancellation);
        await repeated.RunAsync("end-sweep", null, cancellation);
        return fence;
    }

    private static async Task<long?> BeginAsync(Neo4jClient client, long lease, long number, CancellationToken cancellation)
    {
        // Where it was begun already, it gives out the next ticket.
        var rows = await Fence.UntilKnownAsync(() => client.WriteRowsAsync(new Cypher(Queries.Named("begin-sweep"), Write), cancellation), cancellation);
        return rows is [var row] ? row[0].GetInt64() : null;

        void Write(Utf8JsonWriter json)
        {
            json.WriteNumber("lease", lease);
            json.WriteNumber("number", number);
            Fence.WriteLanes(json);
        }
    }
}
