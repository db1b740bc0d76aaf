using CsrGraph.Model;

namespace CsrGraph.Neo4j.Compiling;

/// <summary>Compiles what rosters name and state, added up.</summary>
internal static class RosterText
{
    /// <summary>Clauses that lead from an initiative to its rosters <c>z</c> with their row <c>y</c>; to those of one role, where one is given.</summary>
    public static string Of(string initiative, string? role, Question question) =>
        $"MATCH (z:CsrGraph:Claim:{nameof(ClaimKind.Roster)})-[:CLAIM_SUBJECT]->({initiative}) "
        + (role is null ? "" : $"WHERE z.type = {question.Value(role)} ") + question.ClaimAt("z", "y");

    /// <summary>Clauses that leave of claims <c>c</c> with their row <c>w</c> the rosters.</summary>
    public static string Among => $"WITH c AS z, w AS y WHERE y.kind = '{nameof(ClaimKind.Roster)}' ";

    /// <summary>
    /// What follows: three numbers, of those that are named, and of those that are stated, at least and at most. Several rosters of one initiative and
    /// role speak of the same members.
    /// </summary>
    public static string Added(Question question) =>
        $"WITH DISTINCT z, y CALL (z, y) {{ {Counted("z.id", question)}{question.ClaimAt("c", "m")}"
        + $"WITH m, y WHERE m.kind = '{nameof(ClaimKind.Relation)}' AND m.type = y.type RETURN collect(DISTINCT m.subject) AS members }} "
        + "WITH y.subject AS initiative, y.type AS role, min(toInteger(y.min)) AS lo, max(toInteger(y.max)) AS hi, "
        + "max(CASE WHEN y.min IS NOT NULL AND y.max IS NULL THEN 1 ELSE 0 END) AS open, collect(members) AS lists "
        + "CALL (lists) { UNWIND lists AS some UNWIND some AS member RETURN count(DISTINCT member) AS people } "
        + "RETURN CASE WHEN count(*) > 0 THEN sum(people) END AS named, CASE WHEN count(lo) > 0 THEN sum(lo) END AS statedMin, "
        + "CASE WHEN count(lo) > 0 AND max(open) = 0 THEN sum(hi) END AS statedMax";

    /// <summary>Clauses after which <c>c</c> is each claim whose words a roster counts; the index of each type is a branch of its own.</summary>
    public static string Counted(string roster, Question question)
    {
        const string Type = "EVIDENCED_BY";
        string Branch(string type) =>
            $"MATCH (c:CsrGraph:Claim)-[e:{type}]->(:CsrGraph:Entity) USING INDEX SEEK e:{type}(roster) WHERE e.roster = of AND {Question.Stands("e")} RETURN c";
        var branches = question.IsHistory ? $"{Branch(Type)} UNION {Branch(Labels.Retracted + Type)}" : Branch(Type);
        return $"WITH *, {roster} AS of CALL (of) {{ {branches} }} ";
    }
}
