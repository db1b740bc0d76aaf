using CsrGraph.Model;
using CsrGraph.Sqlite.Compiling;
using CsrGraph.Sqlite.Connections;
using CsrGraph.Store;

namespace CsrGraph.Sqlite.Reading;

/// <summary>Counts what stands by sort: from what is kept, where that tells the state asked.</summary>
internal static class CountReads
{
    public static IEnumerable<Group> Read(Connection reader, CountOf request, AsOf asOf)
    {
        var question = Question.Of(reader, asOf);
        var text = request switch
        {
            CountOf.EntitiesByKind when question.IsHead => "SELECT t.text, c.number FROM counted c JOIN term t ON t.id = c.key WHERE c.of = 0",
            CountOf.RelationsByType when question.IsHead =>
                $"SELECT t.text, c.number FROM counted c JOIN claim_type t ON t.id = c.key WHERE c.of = 2 AND t.kind = {(int)ClaimKind.Relation}",
            CountOf.ClaimsByKind when question.IsHead =>
                "SELECT t.kind, sum(c.number) FROM counted c JOIN claim_type t ON t.id = c.key WHERE c.of = 2 GROUP BY t.kind",
            CountOf.ClaimsByDocument when question.IsHead => "SELECT n.key, c.number FROM counted c JOIN node n ON n.id = c.key WHERE c.of = 3",
            CountOf.EntitiesByKind =>
                $"SELECT (SELECT text FROM term WHERE id = kind), n FROM (SELECT f.kind, count(*) AS n FROM entity f WHERE {Question.Stands("f")} GROUP BY f.kind)",
            CountOf.RelationsByType =>
                $"SELECT t.text, n FROM (SELECT a.type, count(*) AS n FROM claim a WHERE {question.Holds("a")} GROUP BY a.type) JOIN claim_type t ON t.id = type "
                + $"WHERE t.kind = {(int)ClaimKind.Relation}",
            CountOf.ClaimsByKind =>
                $"SELECT t.kind, sum(n) FROM (SELECT a.type, count(*) AS n FROM claim a WHERE {question.Holds("a")} GROUP BY a.type) JOIN claim_type t ON t.id = type "
                + "GROUP BY t.kind",
            CountOf.ClaimsByDocument =>
                "SELECT (SELECT key FROM node WHERE id = document), n FROM (SELECT v.document, count(DISTINCT v.row >> 20) AS n FROM evidence v "
                + $"WHERE {Question.Stands("v")} AND {StandingClaim(question)} GROUP BY v.document)",
            _ => throw new ArgumentException($"nobody counts {request}", nameof(request)),
        };
        var statement = reader[text].Bind(1, asOf.Head).Bind(2, (object?)(long?)asOf.ValidAt?.DayNumber);
        var counts = new List<(string Key, long Number)>();
        while (statement.Step())
        {
            var key = request == CountOf.ClaimsByKind ? ((ClaimKind)statement.Long(0)).ToString() : statement.Text(0);
            counts.Add((key, statement.Long(1)));
        }

        return counts.OrderBy(c => c.Key, StringComparer.Ordinal).Select(c => new Group([c.Key], c.Number, new Position([], c.Key)));
    }

    // The first row of a claim, or a later one.
    private static string StandingClaim(Question question) =>
        $"(EXISTS (SELECT 1 FROM claim a WHERE a.row = v.row >> 20 AND {question.Holds("a")}) "
        + $"OR EXISTS (SELECT 1 FROM claim a WHERE a.number = v.row >> 20 AND a.number < a.row AND {question.Holds("a")}))";
}
