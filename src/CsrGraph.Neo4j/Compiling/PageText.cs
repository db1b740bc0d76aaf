using CsrGraph.Store;

namespace CsrGraph.Neo4j.Compiling;

/// <summary>What a row of an answer holds.</summary>
/// <param name="Values">Expressions over the row's variables, separated by commas.</param>
/// <param name="HasPlace">True where its place in the order comes before them.</param>
/// <param name="IsBare">True where the row is no list, but the one value alone.</param>
internal sealed record RowColumns(string Values, bool HasPlace = true, bool IsBare = false)
{
    /// <summary>The row, in this order.</summary>
    public string In(Order order) => IsBare ? Values : HasPlace ? $"[{order.Values}, {Values}]" : $"[{Values}]";
}

/// <summary>Where the rows of a page come from.</summary>
/// <param name="Scope">The variables of the anchor that the clauses need, separated by commas; empty for none.</param>
/// <param name="Clauses">Clauses that give a row each, ending in what conditions leave.</param>
/// <param name="Variables">The variables of a row, separated by commas.</param>
/// <param name="Columns">What a row brings.</param>
/// <param name="Totals">Two counts: of what <see cref="RelationPage.Total"/> and <see cref="RelationPage.EdgeTotal"/> say.</param>
internal sealed record RowSource(string Scope, string Clauses, string Variables, RowColumns Columns, string Totals = "count(*) AS total, count(*) AS edges")
{
    /// <summary>What is worked out over all rows.</summary>
    public AggregateParts Aggregates { get; init; }

    /// <summary>The first and the last day of a row.</summary>
    public (string First, string Last) Days { get; init; } = ("v.firstDay", "v.lastDay");

    /// <summary>Clauses that lead to the rosters of all rows; null for none.</summary>
    public string? Rosters { get; init; }
}

/// <summary>Compiles a page: rows, totals, and whether rows lie beyond its bounds, each only where it is asked for.</summary>
internal static class PageText
{
    /// <summary>The list that <see cref="Clauses"/> leave: rows, total, edges, whether rows lie before, whether after.</summary>
    public const string Result = "[rows, total, edges, before, beyond]";

    /// <summary>The same with what was worked out: days, then rosters.</summary>
    public static string ResultOf(AggregateParts aggregates) => aggregates == AggregateParts.None
        ? Result
        : "[rows, total, edges, before, beyond, firstDay, lastDay, named, statedMin, statedMax]";

    /// <summary>
    /// The clauses. The rows of an anchor come as one list, of one more than asked for, which says whether more follow; those of a page from the end
    /// come backwards.
    /// </summary>
    public static string Clauses(RowSource source, Order order, PageRequest page, bool wantsTotals, Question question)
    {
        var rows = $"{source.Clauses}WITH {source.Variables}, {order.Variables} ";
        var after = page.After is null ? null : order.Beyond(page.After, true, question);
        var before = page.Before is null ? null : order.Beyond(page.Before, false, question);
        string[] bounds = [.. new[] { after, before }.OfType<string>()];
        var within = bounds.Length == 0 ? "" : $"WITH * WHERE {string.Join(" AND ", bounds)} ";
        var limit = question.Value((long)page.Limit + 1);
        var chosen = page.Limit == 0
            ? "WITH *, [] AS rows "
            : Sub(source, $"{rows}{within}WITH * ORDER BY {order.By(page.FromEnd)} LIMIT {limit} RETURN collect({source.Columns.In(order)}) AS rows");
        return chosen
            + Counted(source, wantsTotals, question)
            + Lies(source, rows, page.Limit == 0 ? null : after, "before")
            + Lies(source, rows, page.Limit == 0 ? null : before, "beyond");
    }

    private static string Counted(RowSource source, bool wantsTotals, Question question)
    {
        const string NoDays = "null AS firstDay, null AS lastDay";
        var aggregates = source.Aggregates;
        var hasDays = aggregates.HasFlag(AggregateParts.Days);
        var days = hasDays ? $", min({source.Days.First}) AS firstDay, max({source.Days.Last}) AS lastDay" : "";
        var counted = wantsTotals || hasDays ? Sub(source, $"{source.Clauses}RETURN {source.Totals}{days}") : "WITH *, null AS total, null AS edges ";
        if (aggregates == AggregateParts.None) return counted;
        var rosters = aggregates.HasFlag(AggregateParts.Rosters) && source.Rosters is { } to
            ? Sub(source, $"{to}{RosterText.Added(question)}")
            : "WITH *, null AS named, null AS statedMin, null AS statedMax ";
        return counted + (hasDays ? "" : $"WITH *, {NoDays} ") + rosters;
    }

    private static string Lies(RowSource source, string rows, string? within, string name) => within is null
        ? $"WITH *, false AS {name} "
        : Sub(source, $"{rows}WITH * WHERE NOT {within} WITH key LIMIT 1 RETURN count(*) > 0 AS {name}");

    private static string Sub(RowSource source, string text) => $"CALL ({source.Scope}) {{ {text} }} ";
}
