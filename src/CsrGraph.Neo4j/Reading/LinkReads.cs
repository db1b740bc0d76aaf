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

    /// <summary>True where a request is answered here.</summary>
    public static bool Answers(RelationRequest request) => request.Of is RelationAnchors.Links or RelationAnchors.Neighbours;

    /// <summary>The statement's part that answers a request: for each anchor the links as subject, those as object, and the counters.</summary>
    public static string Compile(RelationRequest request, int part, Question question)
    {
        var anchors = question.List(request.Anchors);
        var each = $"UNWIND range(0, size({anchors}) - 1) AS i WITH i, {anchors}[i] AS id MATCH (a:CsrGraph:Entity {{id: id}}) ";
        if (request.Of == RelationAnchors.Neighbours) return $"{each}{Neighbours(request, question)}RETURN {part} AS q, i AS i, [neighbours] AS r";
        var links = request.Page.Limit == 0
            ? "WITH i, a, [] AS subjects, [] AS objects "
            : Links(request, "-[", "]->", "subjects", question) + Links(request, "<-[", "]-", "objects", question);
        return $"{each}{links}{Degrees(request, question)}RETURN {part} AS q, i AS i, [subjects, objects, counters] AS r";
    }

    /// <summary>Reads the answer for an anchor.</summary>
    public static RelationPage Read(RelationRequest request, ref Utf8JsonReader answer)
    {
        if (request.Of == RelationAnchors.Neighbours) return ReadNeighbours(ref answer);
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

    private static string Links(RelationRequest request, string before, string after, string name, Question question) =>
        $"CALL (a) {{ {Holding(request, before, after, question)} RETURN collect({Labels.ClaimId("x")} + ' ' + {Type} + ' ' + f.id) AS {name} }} ";

    private static string Neighbours(RelationRequest request, Question question)
    {
        var limit = question.Value((long)request.Page.Limit);
        return $"CALL (a) {{ {Holding(request, "-[", "]-", question)} WITH DISTINCT f CALL (f) {{ {DegreeOf(request, question)} }} WITH f, degree "
            + $"ORDER BY degree DESC, f.id LIMIT {limit} RETURN collect(f.id + ' ' + toString(degree)) AS neighbours }} ";
    }

    private static string DegreeOf(RelationRequest request, Question question)
    {
        if (!question.IsHistory && !question.HasDay)
        {
            var names = question.List(request.Types.SelectMany(t => new[] { $"{Counter}{t}{OfSubjects}", $"{Counter}{t}{OfObjects}" }));
            return $"RETURN reduce(n = 0, k IN [k IN keys(f) WHERE k STARTS WITH '{Counter}' AND k IN {names} | k] | n + f[k]) AS degree";
        }

        var types = string.Join('|', request.Types.Select(question.Types));
        string Count(string before, string after) =>
            $"COUNT {{ MATCH (f){before}x:{types}{after}(g:CsrGraph:Entity) WHERE {question.HoldsRelation("x")} RETURN DISTINCT {Type} AS t, g }}";
        return $"RETURN {Count("-[", "]->")} + {Count("<-[", "]-")} AS degree";
    }

    // Clauses after which x is a link of the anchor that is asked for, and f its far entity.
    private static string Holding(RelationRequest request, string before, string after, Question question)
    {
        var edge = ClaimConditions.Of(
            request.Edge, ClaimPlaces.OfRelationship("x", request.Edge is null ? "''" : Type), question);
        var far = request.Far switch
        {
            null => "",
            EntityFilter.IdIn(var ids) => $" AND {ClaimConditions.In("f.id", ids, question)}",
            _ => $" {question.EntityAt("f", "v")}WITH * WHERE {EntityConditions.Of(request.Far, "f", "v", question)}",
        };
        return $"MATCH {Pattern(request, before, after, question)} WHERE {question.HoldsRelation("x")} AND {edge}{far}";
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
            $"CALL (a) {{ MATCH {Pattern(request, before, after, question)} WHERE {question.HoldsRelation("x")} WITH {Type} AS t, count(DISTINCT f) AS n "
            + $"RETURN collect('{Counter}' + t + '{end} ' + toString(n)) AS {name} }} ";
    }

    private static RelationPage ReadNeighbours(ref Utf8JsonReader answer)
    {
        answer.Read();
        var found = answer.List((ref Utf8JsonReader value) => value.GetString()!.Split(' '));
        answer.End();
        return RelationPage.OfLinks([], []) with { Neighbours = [.. found.Select(n => new Neighbour(n[0], long.Parse(n[1], CultureInfo.InvariantCulture)))] };
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
