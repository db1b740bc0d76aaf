using CsrGraph.Store;
using CsrGraph.Vocabulary;

namespace CsrGraph.Neo4j.Compiling;

/// <summary>Compiles the keys of groupings: each as clauses that give a row once for each of its values, or once without one.</summary>
internal static class GroupColumns
{
    private const string DayZero = "date('0001-01-01')";

    /// <summary>Of entities <c>f</c> with their version <c>v</c>, after which they are still there, and the values <c>k0</c> and <c>k1</c>.</summary>
    public static string Of(CountRequest.Entities request, Question question)
    {
        var isDocument = request.Kinds.Contains(KindDefinition.Document);
        return Each("f, v", request.By, key => key.By switch
        {
            GroupBy.Kind => Single(EntityConditions.Kind("v", question)),
            GroupBy.Category => Single("v.category"),
            GroupBy.Year => Single(Within(4)),
            GroupBy.Month => Single(Within(7)),
            GroupBy.RelationType => $"MATCH (f)-[x]-(:CsrGraph:Entity) WHERE x.claimId IS NOT NULL AND {question.Holds("x")} RETURN collect(DISTINCT {TypeOf("x")}) AS many",
            GroupBy.Publisher when isDocument => Single(Publisher("v")),
            GroupBy.Publisher => $"{ClaimCandidates.OfEnd("f", question)}{Documents(question)}",
            GroupBy.Far => Far(key.ToFar(), question),
            _ => throw new ArgumentException($"entities are not grouped by {key.By}", nameof(request)),
        });
    }

    /// <summary>Of claims <c>c</c> with their row <c>w</c>, likewise.</summary>
    public static string Of(CountRequest.Claims request, Question question) => Each("c, w", request.By, key => key.By switch
    {
        GroupBy.Kind => Single("w.kind"),
        GroupBy.Category => $"MATCH (s:CsrGraph:Entity {{id: w.subject}}) {question.EntityAt("s", "t")}RETURN collect(t.category) AS many",
        GroupBy.Year => Single(Text("w.day", 4)),
        GroupBy.Month => Single(Text("w.day", 7)),
        GroupBy.RelationType => Single("CASE WHEN w.kind = 'Relation' THEN w.type END"),
        GroupBy.Publisher => Documents(question),
        _ => throw new ArgumentException($"claims are not grouped by {key.By}", nameof(request)),
    });

    private static string Each(string row, IReadOnlyList<GroupKey> by, Func<GroupKey, string> values) => string.Concat(by.Select((key, i) =>
        $"CALL ({row}) {{ {values(key)} }} UNWIND CASE WHEN size(many) = 0 THEN [null] ELSE many END AS k{i} "
        + $"WITH {row}, {string.Join(", ", Enumerable.Range(0, i + 1).Select(k => $"k{k}"))} "));

    private static string Single(string value) => $"RETURN [{value}] AS many";

    private static string Publisher(string document) => $"{document}.{PropertyName.Quoted(Model.DocumentProperty.Publisher)}";

    private static string Documents(Question question) =>
        $"MATCH (c)-[e:{question.EvidenceTypes}]->(d:CsrGraph:Entity) WHERE {Question.Stands("e")} {question.EntityAt("d", "p")}"
        + $"RETURN collect(DISTINCT {Publisher("p")}) AS many";

    // What ended keeps its type behind a mark.
    private static string TypeOf(string relation) =>
        $"CASE WHEN type({relation}) STARTS WITH '{Labels.Retracted}' THEN substring(type({relation}), {Labels.Retracted.Length}) ELSE type({relation}) END";

    private static string Far(RelationKey key, Question question) =>
        $"MATCH {question.Pattern(key, "f", "x", "o")} WHERE {question.HoldsRelation("x")} RETURN collect(DISTINCT o.id) AS many";

    private static string Within(int length) => $"CASE WHEN {Text("v.firstDay", length)} = {Text("v.lastDay", length)} THEN {Text("v.firstDay", length)} END";

    private static string Text(string day, int length) =>
        $"CASE WHEN {day} IS NOT NULL THEN left(toString({DayZero} + duration({{days: {day}}})), {length}) END";
}
