using CsrGraph.Model;

namespace CsrGraph.Sqlite.Compiling;

/// <summary>Compiles what rosters name and state, added up for each anchor.</summary>
internal static class RosterText
{
    /// <summary>The rosters <c>z</c> of an initiative's node; of one role, where one is given.</summary>
    public static string Of(string initiative, string? role, Question question) =>
        $"claim z ON z.subject = {initiative} AND {IsRoster("z", role, question)} AND {question.Holds("z")}";

    /// <summary>That a claim is a roster.</summary>
    public static string IsRoster(string claim, string? role, Question question) => role is null
        ? $"{claim}.type IN (SELECT id FROM claim_type WHERE kind = {(int)ClaimKind.Roster})"
        : $"{claim}.type = (SELECT id FROM claim_type WHERE kind = {(int)ClaimKind.Roster} AND text = {question.Value(role)})";

    /// <summary>
    /// The statement: each anchor's place, how many are named, and how many are stated, at least and at most. Several rosters of one initiative and role
    /// speak of the same members.
    /// </summary>
    /// <param name="anchors">Gives the anchors.</param>
    /// <param name="from">The rosters <paramref name="roster"/> of the anchors <c>k</c>.</param>
    /// <param name="roster">The name of their table.</param>
    /// <param name="question">The question.</param>
    public static string Added(string anchors, string from, string roster, Question question)
    {
        var counted = Question.RowsBorne($"v.roster = r.id AND {Question.Stands("v")}");
        var type = $"(SELECT t.id FROM claim_type y CROSS JOIN claim_type t ON t.kind = {(int)ClaimKind.Relation} AND t.text = y.text WHERE y.id = r.type)";
        return $"WITH k AS MATERIALIZED ({anchors}), r AS MATERIALIZED (SELECT DISTINCT k.i AS i, {roster}.id AS id, {roster}.subject AS subject, "
            + $"{roster}.type AS type, {Number(roster, QualifierName.Min)} AS lo, {Number(roster, QualifierName.Max)} AS hi FROM {from}), "
            + "s AS (SELECT i, subject, type, min(lo) AS lo, max(hi) AS hi, max(lo IS NOT NULL AND hi IS NULL) AS open FROM r GROUP BY i, subject, type), "
            + "m AS (SELECT DISTINCT r.i AS i, r.subject AS initiative, r.type AS role, c.subject AS member FROM r CROSS JOIN claim c "
            + $"ON c.row IN {counted} AND +c.type = {type} AND {question.Holds("c")}), "
            + "o AS MATERIALIZED (SELECT i, count(*) AS named FROM m GROUP BY i) "
            + "SELECT s.i, ifnull((SELECT o.named FROM o WHERE o.i = s.i), 0), sum(s.lo), CASE WHEN max(s.open) = 0 THEN sum(s.hi) END FROM s GROUP BY s.i";
    }

    private static string Number(string roster, string qualifier) => $"CAST({roster}.body ->> '$.q.{qualifier}' AS INTEGER)";
}
