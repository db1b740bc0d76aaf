using CsrGraph.Model;
using CsrGraph.Sqlite.Reading;
using CsrGraph.Store;
using CsrGraph.Vocabulary;

namespace CsrGraph.Sqlite.Compiling;

/// <summary>Compiles the keys of groupings.</summary>
internal sealed class GroupColumns(Question question)
{
    // The Julian day of DateOnly's day 0, at midnight.
    private const string DayZero = "1721425.5";

    /// <summary>Of entities in the table <c>f</c>.</summary>
    public IReadOnlyList<GroupColumn> Of(CountRequest.Entities request) => [.. request.By.Select(key => key.By switch
    {
        GroupBy.Kind => Term("f.kind"),
        GroupBy.Category => Term("f.category"),
        GroupBy.Year => Within("%Y"),
        GroupBy.Month => Within("%Y-%m"),
        GroupBy.RelationType => new GroupColumn(null, TypeOf("x"), $"claim x WHERE {EndIs("x")} AND {question.Holds("x")}"),
        GroupBy.Publisher when request.Kinds.Contains(KindDefinition.Document) => new GroupColumn(Publisher("f")),
        GroupBy.Publisher => new GroupColumn(
            null, Publisher("d"), $"claim x CROSS JOIN {Documents} WHERE {EndIs("x")} AND {question.Holds("x")} AND {Bear("x")}"),
        GroupBy.Far => Far(key.ToFar()),
        _ => throw new ArgumentException($"entities are not grouped by {key.By}", nameof(request)),
    })];

    /// <summary>Of claims in the table <c>a</c>.</summary>
    public static IReadOnlyList<GroupColumn> Of(CountRequest.Claims request) => [.. request.By.Select(key => key.By switch
    {
        GroupBy.Kind => new GroupColumn($"(SELECT CASE kind {Kinds} END FROM claim_type WHERE id = a.type)"),
        GroupBy.Category => new GroupColumn(
            $"(SELECT t.text FROM entity e CROSS JOIN term t ON t.id = e.category WHERE e.node = a.subject AND {Question.Stands("e")})"),
        GroupBy.Year => Day("%Y"),
        GroupBy.Month => Day("%Y-%m"),
        GroupBy.RelationType => new GroupColumn(TypeOf("a")),
        GroupBy.Publisher => new GroupColumn(null, Publisher("d"), $"{Documents} WHERE {Bear("a")}"),
        _ => throw new ArgumentException($"claims are not grouped by {key.By}", nameof(request)),
    })];

    private static string Kinds => string.Join(' ', Enum.GetValues<ClaimKind>().Select(k => $"WHEN {(int)k} THEN '{k}'"));

    private static string TypeOf(string claim) => $"(SELECT text FROM claim_type WHERE id = {claim}.type AND kind = {(int)ClaimKind.Relation})";

    private static string EndIs(string claim) => $"({claim}.subject = f.node OR {claim}.object = f.node)";

    private static string Publisher(string document) => $"({document}.body ->> '$.properties.{DocumentProperty.Publisher}')";

    private const string Documents = "evidence v CROSS JOIN entity d INDEXED BY entity_node ON d.node = v.document";

    private static string Bear(string claim) => $"{Question.PiecesOf($"{claim}.number", "v")} AND {Question.Stands("v")} AND {Question.Stands("d")}";

    private static GroupColumn Term(string term) => new($"(SELECT text FROM term WHERE id = {term})");

    private static GroupColumn Within(string format)
    {
        var (first, last) = (Text("f.first_day", format), Text("f.last_day", format));
        return new GroupColumn($"CASE WHEN {first} = {last} THEN {first} END");
    }

    private static GroupColumn Day(string format) => new($"CASE WHEN a.day < {Columns.NoDay} THEN {Text("a.day", format)} END");

    private static string Text(string day, string format) => $"strftime('{format}', {day} + {DayZero})";

    private GroupColumn Far(RelationKey key)
    {
        var (condition, far) = question.Relation(key, "f.node", "x");
        return new GroupColumn(null, $"(SELECT key FROM node WHERE id = {far})", $"claim x WHERE {condition} AND {question.Holds("x")}");
    }
}
