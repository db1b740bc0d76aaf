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
internal sealed record RowSource(string Scope, string Clauses, string Variables, RowColumns Columns, string Totals = "count(*) AS total, count(*) AS edges");

/// <summary>Compiles a page: rows, totals, and whether rows lie beyond its bounds, each only where it is asked for.</summary>
internal static class PageText
{
    /// <summary>The list that <see cref="Clauses"/> leave: rows, total, edges, whether rows lie before, whether after.</summary>
    public const string Result = "[rows, total, edges, before, beyond]";

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
            + (wantsTotals ? Sub(source, $"{source.Clauses}RETURN {source.Totals}") : "WITH *, null AS total, null AS edges ")
            + Lies(source, rows, page.Limit == 0 ? null : after, "before")
            + Lies(source, rows, page.Limit == 0 ? null : before, "beyond");
    }

    private static string Lies(RowSource source, string rows, string? within, string name) => within is null
        ? $"WITH *, false AS {name} "
        : Sub(source, $"{rows}WITH * WHERE NOT {within} WITH key LIMIT 1 RETURN count(*) > 0 AS {name}");

    private static string Sub(RowSource source, string text) => $"CALL ({source.Scope}) {{ {text} }} ";
}
