using CsrGraph.Neo4j.Wire;

namespace CsrGraph.Neo4j.Reading;

/// <summary>Looks whether what the graph keeps twice, for people and for questions, agrees.</summary>
internal static class IntegrityReads
{
    private static readonly (string Statement, string Fault)[] Checks =
    [
        ("MATCH (s:CsrGraph {id: 'store'}) RETURN CASE WHEN s.settled = s.head AND s.settling IS NULL THEN 0 ELSE 1 END",
            "the last change-set is not settled: the next load does it, and questions take longer until then"),
        ("MATCH (s:CsrGraph {id: 'store'}) RETURN CASE WHEN s.pending IS NULL OR s.leaseUntil > timestamp() THEN 0 ELSE 1 END",
            "a load was ended within: the next one removes what it left"),
        ("MATCH (c:CsrGraph:Claim:Relation) WHERE c.retractedIn IS NULL AND NOT EXISTS { "
            + $"MATCH (a:CsrGraph:Entity {{id: c.subject}})-[x]->(b:CsrGraph:Entity {{id: c.object}}) WHERE {Labels.ClaimId("x")} = c.id AND NOT type(x) STARTS WITH 'RETRACTED_' }} "
            + "RETURN count(*)",
            "claims stand whose typed relationship is missing"),
        ("MATCH (:CsrGraph:Entity)-[x]->(:CsrGraph:Entity) WHERE x.claimId IS NOT NULL AND NOT type(x) STARTS WITH 'RETRACTED_' "
            + $"WITH x MATCH (c:CsrGraph {{id: {Labels.ClaimId("x")}}}) WHERE c.retractedIn IS NOT NULL AND x.retractedIn IS NULL RETURN count(*)",
            "typed relationships stand whose claim does not"),
        ("MATCH (c:CsrGraph:Claim) WHERE c.retractedIn IS NULL AND NOT EXISTS { (c)-[:EVIDENCED_BY]->(:CsrGraph) } RETURN count(*)",
            "claims stand without any words that support them"),
        ("MATCH (c:CsrGraph:ChangeSet) WITH count(c) AS n MATCH (s:CsrGraph {id: 'store'}) "
            + "RETURN CASE WHEN n = s.head OR (s.pending IS NOT NULL AND n = s.head + 1) THEN 0 ELSE 1 END",
            "the history has a gap"),
    ];

    public static async Task<IReadOnlyList<string>> ReadAsync(Neo4jClient client, CancellationToken cancellation)
    {
        var faults = new List<string>();
        foreach (var (statement, fault) in Checks)
        {
            var count = (await client.RowsAsync(new Cypher(statement) { Deadline = TimeSpan.FromMinutes(10) }, cancellation))[0][0].GetInt64();
            if (count > 0) faults.Add($"{fault} ({count})");
        }

        return faults;
    }
}
