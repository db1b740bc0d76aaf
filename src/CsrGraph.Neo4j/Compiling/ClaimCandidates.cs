namespace CsrGraph.Neo4j.Compiling;

/// <summary>Clauses that lead from an anchor to the nodes of claims.</summary>
internal static class ClaimCandidates
{
    /// <summary>After which <c>c</c> is the node of each claim that holds and has the entity at one end, once.</summary>
    public static string OfEnd(string anchor, Question question) =>
        $"{Ever(anchor, "-[x]-", "CLAIM_SUBJECT|CLAIM_OBJECT")}{question.ClaimAt("c", "w")}WITH DISTINCT {anchor}, c ";

    /// <summary>After which <c>c</c> is the node of each claim that has the entity as its subject, whether it holds or not, once.</summary>
    public static string EverOfSubject(string anchor) => Ever(anchor, "-[x]->", "CLAIM_SUBJECT");

    /// <summary>After which <c>c</c> is the node of each claim that has the entity at one end, whether it holds or not, once.</summary>
    public static string EverOfEnd(string anchor) => Ever(anchor, "-[x]-", "CLAIM_SUBJECT|CLAIM_OBJECT");

    // A relation claim is found by its typed relationship, whatever its type; any other by what leads to its ends.
    private static string Ever(string anchor, string relation, string others) =>
        $"CALL ({anchor}) {{ MATCH ({anchor}){relation}(:CsrGraph:Entity) WHERE x.claimId IS NOT NULL WITH DISTINCT {Labels.ClaimId("x")} AS claim "
        + $"MATCH (c:CsrGraph:Claim {{id: claim}}) RETURN c UNION MATCH (c:CsrGraph:Claim)-[:{others}]->({anchor}) RETURN c }} ";
}
