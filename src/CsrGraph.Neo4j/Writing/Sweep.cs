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

    public static async Task RunAsync(Neo4jClient client, long number, long lease, CancellationToken cancellation)
    {
        var repeated = new Repeated(client, number, lease);
        foreach (var step in Steps) await repeated.ToTheEndAsync(step, cancellation);
        await repeated.RunAsync("end-sweep", null, cancellation);
    }
}
