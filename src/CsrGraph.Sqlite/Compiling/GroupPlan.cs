using CsrGraph.Store;

namespace CsrGraph.Sqlite.Compiling;

/// <summary>Compiles a grouping to one statement: groups, how many there are of them, and whether some lie beyond the page.</summary>
internal static class GroupPlan
{
    /// <summary>
    /// The statement. Each row begins with the number of groups and whether some lie before and after the page's bounds, then has the number and the
    /// keys of a group; where the page is empty, one row has a number of NULL.
    /// </summary>
    public static string Of(CountRequest.Grouped request, Question question)
    {
        var order = OrderOf(request);
        var page = request.Page;
        string Bound(Position? place, bool after) => place is null ? "1" : order.Beyond(place, after, question);
        string Lies(Position? place, bool after) => place is null || page.Limit == 0
            ? "0"
            : $"EXISTS (SELECT 1 FROM g WHERE {order.NotBeyond(place, after, question)})";
        var columns = string.Concat(Enumerable.Range(0, request.By.Count).Select(i => $", g.k{i}"));
        var limit = question.Value(page.Limit == 0 ? 0L : (long)page.Limit + 1);
        var chosen = $"SELECT g.n, g.id{columns} FROM g WHERE {Bound(page.After, true)} AND {Bound(page.Before, false)} ORDER BY {order.By(page.FromEnd)} LIMIT {limit}";
        return $"WITH g AS MATERIALIZED ({Groups(request, question)}) "
            + $"SELECT s.total, s.before, s.after, g.n{columns} FROM (SELECT (SELECT count(*) FROM g) AS total, {Lies(page.After, true)} AS before, "
            + $"{Lies(page.Before, false)} AS after) s LEFT JOIN ({chosen}) g ORDER BY {order.By(page.FromEnd)}";
    }

    private static Order OrderOf(CountRequest.Grouped request) => new(
        [.. GroupSort.Columns(request).Select(c => c.Key is { } k ? OrderTerm.Nullable($"g.k{k}", c.Descending) : OrderTerm.Present("g.n", c.Descending))],
        "g.id",
        IdIsClaim: false);

    private static string Groups(CountRequest.Grouped request, Question question)
    {
        var (rows, keys, what) = request switch
        {
            CountRequest.Entities entities => (
                $"(SELECT 1) k CROSS JOIN entity f ON {EntitiesOf(question.Terms(entities.Kinds), entities, question)}",
                new GroupColumns(question).Of(entities),
                "f.node"),
            CountRequest.Claims claims => (
                $"(SELECT 1) k CROSS JOIN claim a ON {ClaimsOf(claims, question)}", GroupColumns.Of(claims), "a.number"),
            _ => throw new ArgumentException($"nobody groups {request}", nameof(request)),
        };
        var names = Enumerable.Range(0, keys.Count).Select(i => $"k{i}").ToArray();
        var columns = string.Join(", ", keys.Select((k, i) => $"{k.Of($"j{i}")} AS {names[i]}"));
        var joins = string.Concat(keys.Select((k, i) => k.Join($"j{i}")));
        var id = string.Join(" || char(10) || ", names.Select(n => $"ifnull({n}, '')"));
        return $"SELECT {string.Join(", ", names)}, {id} AS id, count({(keys.Any(k => k.IsMany) ? "DISTINCT " : "")}o) AS n FROM "
            + $"(SELECT {what} AS o, {columns} FROM {rows}{joins}) GROUP BY {string.Join(", ", names)} HAVING n >= {question.Value(request.AtLeast)}";
    }

    /// <summary>That an entity <c>f</c> is among those that are grouped.</summary>
    public static string EntitiesOf(string kinds, CountRequest.Entities request, Question question) =>
        $"f.kind IN {kinds} AND {Question.Stands("f")} AND {new EntityConditions(question).Of(request.Filter, "f")}";

    /// <summary>That a claim <c>a</c> is.</summary>
    public static string ClaimsOf(CountRequest.Claims request, Question question) =>
        $"{question.Holds("a")} AND {new ClaimConditions(question).Of(request.Filter, "a")}";
}
