using System.Text.Json;
using CsrGraph.Model;
using CsrGraph.Sqlite.Compiling;
using CsrGraph.Sqlite.Connections;
using CsrGraph.Store;

namespace CsrGraph.Sqlite.Reading;

/// <summary>Reads the links and the degrees of many entities, whatever their types, in a statement each; without a condition from the indexes alone.</summary>
internal static class LinkReads
{
    // To look up each of a few types costs less than to go through all that an entity has; of many it costs more.
    private const int FewTypes = 6;

    /// <summary>True where a request is answered here.</summary>
    public static bool Answers(RelationRequest request) => request.Of is RelationAnchors.Links or RelationAnchors.Neighbours;

    public static IReadOnlyList<RelationPage> Read(Connection reader, DegreeMemory memory, RelationRequest request, AsOf asOf)
    {
        if (request.Of == RelationAnchors.Neighbours) return new NeighbourReads(reader, memory, request, asOf).Read();
        var anchors = JsonSerializer.Serialize(request.Anchors);
        var links = request.Page.Limit == 0 ? [] : ReadLinks(reader, request, asOf, anchors);
        var degrees = request.WantsTotals ? ReadDegrees(reader, request, asOf, anchors) : [];
        return [.. Enumerable.Range(0, request.Anchors.Count).Select(i => RelationPage.OfLinks(Of(links, i), Of(degrees, i)))];
    }

    private static List<T> Of<T>(List<T>?[] found, int anchor) => anchor < found.Length ? found[anchor] ?? [] : [];

    private static List<Link>?[] ReadLinks(Connection reader, RelationRequest request, AsOf asOf, string anchors)
    {
        var question = Question.Of(reader, asOf);
        var from = From(request, question);
        var text = Each(end => $"SELECT k.i, {end.Forward}, a.type, (SELECT key FROM node WHERE id = {end.Far}), a.id FROM k CROSS JOIN {from(end)}");
        var found = new List<Link>?[request.Anchors.Count];
        var row = Bind(reader[text], question, anchors);
        while (row.Step())
        {
            (found[row.Long(0)] ??= []).Add(new Link(reader.Type(row.Long(2)).Text, row.Long(1) == 1, row.Text(3), ClaimId.FromBytes(row.Bytes(4))));
        }

        return found;
    }

    private static List<Degree>?[] ReadDegrees(Connection reader, RelationRequest request, AsOf asOf, string anchors)
    {
        var question = Question.Of(reader, asOf);
        var types = Types(request, question);
        var text = question.IsHead
            ? $"WITH k AS MATERIALIZED ({ClaimAnchor.Nodes}) SELECT k.i, 1 - a.side, a.type, a.fars FROM k CROSS JOIN {Counts(types)}"
            : Each(end => $"SELECT k.i, {end.Forward}, a.type, count(DISTINCT {end.Far}) FROM k CROSS JOIN claim a INDEXED BY {end.Index} "
                + $"WHERE {end.Anchor} = k.node AND {types} AND {question.Holds("a")} GROUP BY k.i, a.type");
        var found = new List<Degree>?[request.Anchors.Count];
        var row = Bind(reader[text], question, anchors);
        while (row.Step()) (found[row.Long(0)] ??= []).Add(new Degree(reader.Type(row.Long(2)).Text, row.Long(1) == 1, row.Long(3)));
        return found;
    }

    private static string Each(Func<End, string> select) => $"WITH k AS MATERIALIZED ({ClaimAnchor.Nodes}) {string.Join(" UNION ALL ", Ends.Select(select))}";

    /// <summary>The rows of the claims that are the links of <c>k</c> from an end.</summary>
    public static Func<End, string> From(RelationRequest request, Question question)
    {
        var types = Types(request, question);
        var edge = request.Edge is null ? "" : $" AND {new ClaimConditions(question).Of(request.Edge, "a")}";
        return end =>
        {
            var (join, far) = Far(request.Far, end.Far, question);
            return $"claim a INDEXED BY {end.Index}{join} WHERE {end.Anchor} = k.node{far} AND {types} AND {question.Holds("a")}{edge}";
        };
    }

    /// <summary>The kept counts <c>a</c> of the nodes <c>k</c>, which are one step for each node.</summary>
    public static string Counts(string types) => $"relation_count a INDEXED BY relation_count_node WHERE a.node = k.node AND {types}";

    /// <summary>That the row <c>a</c> is of one of the types.</summary>
    public static string Types(RelationRequest request, Question question)
    {
        var column = request.Types.Count > FewTypes ? "+a.type" : "a.type";
        return $"{column} IN (SELECT id FROM claim_type WHERE kind = {(int)ClaimKind.Relation} AND text IN {question.List(request.Types)})";
    }

    private static (string Join, string Condition) Far(EntityFilter? filter, string far, Question question) => filter switch
    {
        null => ("", ""),
        EntityFilter.IdIn(var ids) => ("", $" AND {far} IN {question.Nodes(ids)}"),
        _ => ($" CROSS JOIN entity f ON f.node = {far} AND {Question.Stands("f")}", $" AND {new EntityConditions(question).Of(filter, "f")}"),
    };

    /// <summary>Both ends of a claim that an anchor may be.</summary>
    public static IReadOnlyList<End> Ends { get; } = [new("1", "claim_subject", "a.subject", "a.object"), new("0", "claim_object", "a.object", "a.subject")];

    /// <summary>Gives a statement its parameters.</summary>
    public static Statement Bind(Statement statement, Question question, string anchors)
    {
        for (var i = 0; i < question.Values.Count; i++) statement.Bind(i + 1, i == 2 ? anchors : question.Values[i]);
        return statement;
    }

    /// <summary>The anchor's end of a claim: whether that is the subject, the index that leads from it, and the columns of both ends.</summary>
    internal sealed record End(string Forward, string Index, string Anchor, string Far);
}
