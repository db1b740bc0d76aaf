using System.Diagnostics;

namespace CsrGraph.Benchmarks.Sectors;

/// <summary>Writes a sector to Neo4j as the peer reads it: bare nodes and relationships, in batches of <c>UNWIND</c>.</summary>
internal sealed class SectorInNeo4j(Uri address, string? password) : IDisposable
{
    private const int Batch = 1_000;

    private readonly CypherOverHttp neo4j = new(address, password);

    /// <summary>Makes the sector where it is not there yet, and gives the relationships written a second; null where it was there.</summary>
    public async Task<double?> FillAsync(PeerSector sector, CancellationToken cancellation)
    {
        foreach (var label in (string[])["PeerOrganisation", "PeerEvent", "PeerPledge"])
        {
            await neo4j.RunAsync($"CREATE CONSTRAINT {label} IF NOT EXISTS FOR (n:{label}) REQUIRE n.id IS UNIQUE", null, cancellation);
        }

        if (await CountAsync("MATCH (:PeerPledge)<-[r:PEER_SIGNED]-() RETURN count(r)", cancellation) == sector.Events * 20L) return null;
        await NodesAsync("PeerOrganisation", Enumerable.Range(0, sector.Organisations).Select(i => new object[] { PeerSector.Organisation(i), PeerSector.OrganisationName(i) }), cancellation);
        await NodesAsync("PeerPledge", Numbers(sector).Select(i => new object[] { PeerSector.Pledge(i), PeerSector.PledgeName(i) }), cancellation);
        await NodesAsync("PeerEvent", Numbers(sector).Select(i => new object[] { PeerSector.Event(i), PeerSector.EventName(i), PeerSector.Date(i) }), cancellation);
        var start = Stopwatch.GetTimestamp();
        await RelationsAsync("GUIDED", "Organisation", "Event", Numbers(sector).SelectMany(i => sector.Guides(i).Select(g => Pair(PeerSector.Organisation(g), PeerSector.Event(i)))), cancellation);
        await RelationsAsync("HOSTED", "Organisation", "Event", Numbers(sector).SelectMany(i => sector.Hosts(i).Select(h => Pair(PeerSector.Organisation(h), PeerSector.Event(i)))), cancellation);
        await RelationsAsync("RELEASED_AT", "Pledge", "Event", Numbers(sector).Select(i => Pair(PeerSector.Pledge(i), PeerSector.Event(i))), cancellation);
        await RelationsAsync("SIGNED", "Organisation", "Pledge", Numbers(sector).SelectMany(i => sector.Signatories(i).Select(s => Pair(PeerSector.Organisation(s), PeerSector.Pledge(i)))), cancellation);
        return sector.Claims / Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    public void Dispose() => neo4j.Dispose();

    private static IEnumerable<int> Numbers(PeerSector sector) => Enumerable.Range(0, sector.Events);

    private static object[] Pair(string from, string to) => [from, to];

    private Task NodesAsync(string label, IEnumerable<object[]> rows, CancellationToken cancellation) =>
        InBatchesAsync($"UNWIND $rows AS r MERGE (n:{label} {{id: r[0]}}) SET n.name = r[1], n.date = r[2]", rows, cancellation);

    private Task RelationsAsync(string type, string from, string to, IEnumerable<object[]> rows, CancellationToken cancellation) => InBatchesAsync(
        $"UNWIND $rows AS r MATCH (a:Peer{from} {{id: r[0]}}) MATCH (b:Peer{to} {{id: r[1]}}) CREATE (a)-[:PEER_{type}]->(b)", rows, cancellation);

    private async Task InBatchesAsync(string statement, IEnumerable<object[]> rows, CancellationToken cancellation)
    {
        foreach (var batch in rows.Chunk(Batch)) await neo4j.RunAsync(statement, new { rows = batch }, cancellation);
    }

    private async Task<long> CountAsync(string statement, CancellationToken cancellation) =>
        (await neo4j.RunAsync(statement, null, cancellation))[0][0].GetInt64();
}
