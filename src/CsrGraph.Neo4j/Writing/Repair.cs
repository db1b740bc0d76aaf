using CsrGraph.Neo4j.Wire;
using CsrGraph.Store;

namespace CsrGraph.Neo4j.Writing;

/// <summary>
/// Makes good what a writer that died has left, beside everything else: what it had not published goes, what it had is settled. Readers do without
/// either; so where it cannot be done now, the next one who opens the store or writes does it.
/// </summary>
internal static class Repair
{
    private const string Needed =
        "MATCH (s:CsrGraph {id: 'store'}) WHERE s.pending IS NOT NULL OR s.settling IS NOT NULL OR s.settled < s.head RETURN s.id";

    /// <summary>Does it where it is needed and nobody writes.</summary>
    public static async Task RunAsync(Neo4jClient client, TimeProvider clock, CancellationToken cancellation)
    {
        try
        {
            if ((await client.RowsAsync(new Cypher(Needed), cancellation)).Count == 0) return;
            await using var lease = await Lease.TakeAsync(client, TimeSpan.Zero, clock, cancellation);
            await new Applying(client, lease).RepairAsync();
        }
        catch (Exception e) when (e is StoreUnavailableException or Neo4jException or OperationCanceledException)
        {
            // Somebody writes, may not write, or has closed the store.
        }
    }
}
