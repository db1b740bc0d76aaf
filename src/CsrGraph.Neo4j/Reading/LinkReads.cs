using System.Globalization;
using System.Text.Json;
using CsrGraph.Model;
using CsrGraph.Neo4j.Compiling;
using CsrGraph.Store;

namespace CsrGraph.Neo4j.Reading;

/// <summary>
/// Reads the links and the degrees of entities, each as one text, since Neo4j spends more on each value of an answer than on what is in it. Degrees of
/// the settled state are the counters that an entity's node has.
/// </summary>
internal static class LinkReads
{
    private const string Counter = "count_";
    private const string OfSubjects = "_out";
    private const string OfObjects = "_in";

    private static readonly string Type = $"replace(type(x), '{Labels.Retracted}', '')";

    /// <summary>The statement's part that answers a request: for each anchor the links as subject, those as object, and the counters.</summary>
    public static string Compile(RelationRequest request, int part, Question question)
    {
        var anchors = question.List(request.Anchors);
        var links = request.Page.Limit == 0
            ? "WITH i, a, [] AS subjects, [] AS objects "
            : Links(request, "-[", "]->", "subjects", question) + Links(request, "<-[", "]-", "objects", question);
        return $"UNWIND range(0, size({anchors}) - 1) AS i WITH i, {anchors}[i] AS id MATCH (a:CsrGraph:Entity {{id: id}}) {links}"
            + $"{Degrees(request, question)}RETURN {part} AS q, i AS i, [subjects, objects, counters] AS r";
    }

    /// <summary>Reads the answer for an anchor.</summary>
    public static RelationPage Read(RelationRequest request, ref Utf8JsonReader answer)
    {
        answer.Read();
        var links = answer.List((ref Utf8JsonReader value) => ReadLink(value.GetString()!, true));
        answer.Read();
        links.AddRange(answer.List((ref Utf8JsonReader value) => ReadLink(value.GetString()!, false)));
        answer.Read();
        var degrees = answer.List((ref Utf8JsonReader value) => ReadDegree(value.GetString()!));
        answer.End();
        return RelationPage.OfLinks(links, [.. degrees.Where(d => d.Fars > 0 && request.Types.Contains(d.Type))]);
    }

    private static string Pattern(RelationRequest request, string before, string after, Question question) =>
        $"(a){before}x:{string.Join('|', request.Types.Select(question.Types))}{after}(f:CsrGraph:Entity)";

    private static string Links(RelationRequest request, string before, string after, string name, Question question)
    {
        var edge = ClaimConditions.Of(
            request.Edge, ClaimPlaces.OfRelationship("x", request.Edge is null ? "''" : Type), question);
        var far = request.Far switch
        {
            null => "",
            EntityFilter.IdIn(var ids) => $" AND {ClaimConditions.In("f.id", ids, question)}",
            _ => $" {question.EntityAt("f", "v")}WITH * WHERE {EntityConditions.Of(request.Far, "f", "v", question)}",
        };
        return $"CALL (a) {{ MATCH {Pattern(request, before, after, question)} WHERE {question.Holds("x")} AND {edge}{far} "
            + $"RETURN collect(x.claimId + ' ' + {Type} + ' ' + f.id) AS {name} }} ";
    }

    private static string Degrees(RelationRequest request, Question question)
    {
        if (!request.WantsTotals) return "WITH i, subjects, objects, [] AS counters ";
        if (!question.IsHistory && !question.HasDay)
        {
            return $"WITH i, subjects, objects, [k IN keys(a) WHERE k STARTS WITH '{Counter}' | k + ' ' + toString(a[k])] AS counters ";
        }

        return $"{Counted("-[", "]->", OfSubjects, "outer")}{Counted("<-[", "]-", OfObjects, "inner")}WITH i, subjects, objects, outer + inner AS counters ";

        string Counted(string before, string after, string end, string name) =>
            $"CALL (a) {{ MATCH {Pattern(request, before, after, question)} WHERE {question.Holds("x")} WITH {Type} AS t, count(DISTINCT f) AS n "
            + $"RETURN collect('{Counter}' + t + '{end} ' + toString(n)) AS {name} }} ";
    }

    private static Link ReadLink(string text, bool isForward)
    {
        var parts = text.Split(' ');
        return ClaimId.TryParse(parts[0], out var claim) ? new Link(parts[1], isForward, parts[2], claim) : throw new InvalidDataException($"'{text}' is no link");
    }

    private static Degree ReadDegree(string text)
    {
        var parts = text.Split(' ');
        var isForward = parts[0].EndsWith(OfSubjects, StringComparison.Ordinal);
        return new Degree(parts[0][Counter.Length..^(isForward ? OfSubjects : OfObjects).Length], isForward, long.Parse(parts[1], CultureInfo.InvariantCulture));
    }
}
