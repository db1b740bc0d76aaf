using CsrGraph.Store;

namespace CsrGraph.Neo4j.Compiling;

/// <summary>Compiles groupings.</summary>
internal static class GroupText
{
    /// <summary>The clauses of a grouping, after which <see cref="PageText.Result"/> can be returned; a row is the number, then the keys.</summary>
    public static string Clauses(CountRequest.Grouped request, Question question)
    {
        var (clauses, what) = request switch
        {
            CountRequest.Entities entities => (Entities(entities, question) + GroupColumns.Of(entities, question), "f"),
            CountRequest.Claims claims => (Claims(claims, question) + GroupColumns.Of(claims, question), "c"),
            _ => throw new ArgumentException($"nobody groups {request}", nameof(request)),
        };
        string[] keys = [.. request.By.Select((_, i) => $"k{i}")];
        var columns = string.Join(", ", keys);
        var groups = $"CALL (i) {{ {clauses}WITH {columns}, count(DISTINCT {what}) AS n WHERE n >= {question.Value(request.AtLeast)} "
            + $"RETURN collect([n, {columns}]) AS groups }} ";
        var source = new RowSource(
            "groups",
            $"UNWIND groups AS g WITH g[0] AS n, {string.Join(", ", keys.Select((k, i) => $"g[{i + 1}] AS {k}"))} ",
            $"n, {columns}",
            new RowColumns($"n, {columns}", HasPlace: false));
        return groups + PageText.Clauses(source, OrderOf(request, keys), request.Page, request.WantsTotal, question);
    }

    /// <summary>The clauses after which <c>f</c> and <c>v</c> are the entities that are grouped.</summary>
    public static string Entities(CountRequest.Entities request, Question question) => FindText.Clauses(request.Kinds, request.Filter, question);

    /// <summary>The clauses after which <c>c</c> and <c>w</c> are the claims that are.</summary>
    public static string Claims(CountRequest.Claims request, Question question) =>
        $"MATCH (c:CsrGraph:Claim) {question.ClaimAt("c", "w")}WITH c, w WHERE {ClaimConditions.Of(request.Filter, ClaimPlaces.OfNode("w"), question)} ";

    /// <summary>A group's id, of its keys.</summary>
    public static string Id(IReadOnlyList<GroupKey> by) => string.Join(" + '\\n' + ", by.Select((_, i) => $"coalesce(k{i}, '')"));

    /// <summary>The ids of groups, as <see cref="Id"/> makes them.</summary>
    public static IEnumerable<string> Anchors(IReadOnlyList<string> ids, CountRequest.Grouped request) =>
        ids.Select(id => GroupId.Of(GroupId.Read(id, request.By.Count)));

    private static Order OrderOf(CountRequest.Grouped request, string[] keys) => new(
        [
            .. GroupSort.Columns(request).Select((c, i) => c.Key is { } k
                ? new OrderTerm(keys[k], Orders.Name(i), c.Descending, true)
                : new OrderTerm("n", Orders.Name(i), c.Descending, false)),
        ],
        Id(request.By));
}
