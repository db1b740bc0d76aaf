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

    public static IReadOnlyList<RelationPage> Read(Connection reader, RelationRequest request, AsOf asOf)
    {
        var anchors = JsonSerializer.Serialize(request.Anchors);
        if (request.Of == RelationAnchors.Neighbours)
        {
            var neighbours = ReadNeighbours(reader, request, asOf, anchors);
            return [.. Enumerable.Range(0, request.Anchors.Count).Select(i => RelationPage.OfLinks([], []) with { Neighbours = Of(neighbours, i) })];
        }

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

    // Whose degrees are high is found among all of an anchor's neighbours, which the index alone tells.
    private static List<Neighbour>?[] ReadNeighbours(Connection reader, RelationRequest request, AsOf asOf, string anchors)
    {
        var question = Question.Of(reader, asOf);
        var (from, types) = (From(request, question), Types(request, question));
        string Degree(string node) => string.Join(" + ", Ends.Select(end => question.IsHead
            ? $"ifnull((SELECT sum(a.fars) FROM relation_count a WHERE a.side = 1 - {end.Forward} AND a.node = {node} AND {types}), 0)"
            : $"(SELECT count(*) FROM (SELECT DISTINCT a.type, {end.Far} FROM claim a INDEXED BY {end.Index} WHERE {end.Anchor} = {node} AND {types} AND {question.Holds("a")}))"));
        var fars = string.Join(" UNION ", Ends.Select(end => $"SELECT {end.Far} AS far FROM {from(end)}"));
        var text = $"WITH k AS MATERIALIZED ({ClaimAnchor.Nodes}) SELECT k.i, n.key, {Degree("n.id")} AS degree FROM k CROSS JOIN node n ON n.id IN ("
            + $"SELECT g.id FROM ({fars}) d CROSS JOIN node g ON g.id = d.far ORDER BY {Degree("g.id")} DESC, g.key LIMIT {question.Value((long)request.Page.Limit)}) "
            + "ORDER BY k.i, degree DESC, n.key";
        var found = new List<Neighbour>?[request.Anchors.Count];
        var row = Bind(reader[text], question, anchors);
        while (row.Step()) (found[row.Long(0)] ??= []).Add(new Neighbour(row.Text(1), row.Long(2)));
        return found;
    }

    private static List<Degree>?[] ReadDegrees(Connection reader, RelationRequest request, AsOf asOf, string anchors)
    {
        var question = Question.Of(reader, asOf);
        var types = Types(request, question);
        var text = Each(end => question.IsHead
            ? $"SELECT k.i, {end.Forward}, a.type, a.fars FROM k CROSS JOIN relation_count a WHERE a.side = 1 - {end.Forward} AND a.node = k.node AND {types}"
            : $"SELECT k.i, {end.Forward}, a.type, count(DISTINCT {end.Far}) FROM k CROSS JOIN claim a INDEXED BY {end.Index} "
                + $"WHERE {end.Anchor} = k.node AND {types} AND {question.Holds("a")} GROUP BY k.i, a.type");
        var found = new List<Degree>?[request.Anchors.Count];
        var row = Bind(reader[text], question, anchors);
        while (row.Step()) (found[row.Long(0)] ??= []).Add(new Degree(reader.Type(row.Long(2)).Text, row.Long(1) == 1, row.Long(3)));
        return found;
    }

    private static string Each(Func<End, string> select) => $"WITH k AS MATERIALIZED ({ClaimAnchor.Nodes}) {string.Join(" UNION ALL ", Ends.Select(select))}";

    // The rows of the claims that are the links of k from an end.
    private static Func<End, string> From(RelationRequest request, Question question)
    {
        var types = Types(request, question);
        var edge = request.Edge is null ? "" : $" AND {new ClaimConditions(question).Of(request.Edge, "a")}";
        return end =>
        {
            var (join, far) = Far(request.Far, end.Far, question);
            return $"claim a INDEXED BY {end.Index}{join} WHERE {end.Anchor} = k.node AND {types} AND {question.Holds("a")}{edge}{far}";
        };
    }

    private static string Types(RelationRequest request, Question question)
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

    private static readonly End[] Ends = [new("1", "claim_subject", "a.subject", "a.object"), new("0", "claim_object", "a.object", "a.subject")];

    private static Statement Bind(Statement statement, Question question, string anchors)
    {
        for (var i = 0; i < question.Values.Count; i++) statement.Bind(i + 1, i == 2 ? anchors : question.Values[i]);
        return statement;
    }

    /// <summary>The anchor's end of a claim: whether that is the subject, the index that leads from it, and the columns of both ends.</summary>
    private sealed record End(string Forward, string Index, string Anchor, string Far);
}
