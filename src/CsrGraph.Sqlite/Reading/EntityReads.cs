using System.Text.Json;
using CsrGraph.Model;
using CsrGraph.Sqlite.Compiling;
using CsrGraph.Sqlite.Connections;
using CsrGraph.Store;

namespace CsrGraph.Sqlite.Reading;

/// <summary>Reads entities by id, counts and change-sets.</summary>
internal static class EntityReads
{
    private static readonly string ById = Sql.Query("entities", EntityColumns.Of("e"));

    public static IReadOnlyList<Entity?> Read(Connection reader, IReadOnlyList<string> ids, long head)
    {
        var entities = new EntityColumns(reader);
        var found = new Entity?[ids.Count];
        var statement = reader[ById].Bind(1, head).Bind(2, JsonSerializer.Serialize(ids));

        // An entity that stands comes first; ids that were merged into others follow.
        while (statement.Step()) found[statement.Long(0)] ??= entities.Read(statement, 1);
        return found;
    }

    public static IReadOnlyList<Count> Count(Connection reader, CountOf request, AsOf asOf)
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
        var counts = new List<Count>();
        while (statement.Step())
        {
            var key = request == CountOf.ClaimsByKind ? ((ClaimKind)statement.Long(0)).ToString() : statement.Text(0);
            counts.Add(new Count(key, statement.Long(1)));
        }

        return [.. counts.OrderBy(c => c.Key, StringComparer.Ordinal)];
    }

    // The first row of a claim, or a later one.
    private static string StandingClaim(Question question) =>
        $"(EXISTS (SELECT 1 FROM claim a WHERE a.row = v.row >> 20 AND {question.Holds("a")}) "
        + $"OR EXISTS (SELECT 1 FROM claim a WHERE a.number = v.row >> 20 AND a.number < a.row AND {question.Holds("a")}))";

    public static IReadOnlyList<ChangeSet> ChangeSets(Connection reader, ChangeSetRequest request)
    {
        var statement = reader[Sql.Query("change-sets")].Bind(1, (object?)request.Number).Bind(2, (object?)request.UpTo)
            .Bind(3, (object?)request.At?.UtcTicks).Bind(4, request.Limit);
        var found = new List<ChangeSet>();
        while (statement.Step())
        {
            found.Add(new ChangeSet(
                statement.Long(0), new DateTimeOffset(statement.Long(1), TimeSpan.Zero), statement.Text(2), statement.Text(3), statement.TextOrNull(4),
                statement.Long(5), statement.Long(6)));
        }

        return found;
    }
}
