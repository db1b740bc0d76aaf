using System.Globalization;
using System.Text;
using CsrGraph.Sqlite.Connections;
using CsrGraph.Store;

namespace CsrGraph.Sqlite.Compiling;

/// <summary>The statements that answer a question for any number of anchors, with their parameters.</summary>
/// <param name="Rows">Gives each anchor's place, the order's columns and the row's.</param>
/// <param name="Totals">Gives each anchor's place and its totals; null where nobody asked.</param>
/// <param name="Edges">Gives each anchor's place, and whether rows lie at or before the page's first bound, and at or after its last; null where it has none.</param>
/// <param name="Values">The parameters' values; the third takes the anchors.</param>
internal sealed record Plan(string Rows, string? Totals, string? Edges, IReadOnlyList<object?> Values)
{
    /// <summary>True where the totals are followed by the first and the last day.</summary>
    public bool HasDays { get; init; }

    /// <summary>Gives each anchor's place and what its rosters name and state; null where nobody asked.</summary>
    public string? Rosters { get; init; }

    /// <summary>
    /// Compiles a page. Each anchor's rows are chosen by a subquery of its own that stops at the page's end; a window over all rows of all anchors
    /// would read a hub to its last relation.
    /// </summary>
    public static Plan Of(Source source, Order order, PageRequest page, bool wantsTotals, Question question)
    {
        var anchors = $"WITH k AS MATERIALIZED ({source.Anchors}) ";
        var inner = $"{source.Choice ?? source.Table}{source.Joins}";
        var bounds = (page.After, page.Before) switch
        {
            (null, null) => "",
            _ => (page.After is { } after ? $" AND {order.Beyond(after, true, question)}" : "")
                + (page.Before is { } before ? $" AND {order.Beyond(before, false, question)}" : ""),
        };

        // One more than asked for says whether more follow.
        var limit = question.Value((long)page.Limit + 1);
        var columns = source.IsPlaced ? source.Columns : $"{order.Columns}, {source.Columns}";
        var by = source.IsOnePage ? $" ORDER BY {order.By(page.FromEnd)} LIMIT {limit}" : $" ORDER BY k.i, {order.By(page.FromEnd)}";
        var rows = source switch
        {
            { Index: not null } when !page.FromEnd && order.Last is { } last => WithinIndex(source, order, last, bounds, page.Limit == int.MaxValue ? null : limit),
            { IsOnePage: true, AreFew: true } => $"{anchors}SELECT k.i, {columns} FROM k CROSS JOIN {inner}{source.RowJoins} WHERE {source.Where}{bounds}{by}",
            _ => $"{anchors}SELECT k.i, {columns} FROM k CROSS JOIN {source.Table} ON {source.Name}.row IN ("
                + $"{Chosen(source, inner, order, bounds, page.FromEnd, limit)}){source.RowJoins}{by}",
        };
        var days = source.Days is var (firstDay, lastDay) ? $", min({firstDay}), max({lastDay})" : "";
        var counted = source.KeptTotals is null || days.Length > 0
            ? $"SELECT k.i, {source.Totals}{days} FROM k CROSS JOIN {inner} WHERE {source.Where} GROUP BY k.i"
            : $"SELECT k.i, {source.KeptTotals}";
        var totals = wantsTotals || days.Length > 0 ? anchors + counted : null;
        var rosters = source.Rosters is var (from, name) ? RosterText.Added(source.Anchors, from(inner, source.Where), name, question) : null;
        string Exists(Position? place, bool after) => place is null
            ? "0"
            : $"EXISTS (SELECT 1 FROM {inner} WHERE {source.Where} AND {order.NotBeyond(place, after, question)})";
        var edges = bounds.Length == 0
            ? null
            : $"{anchors}SELECT k.i, max({Exists(page.After, true)}), max({Exists(page.Before, false)}) FROM k GROUP BY k.i";
        return new Plan(rows, totals, edges, question.Values) { HasDays = days.Length > 0, Rosters = rosters };
    }

    /// <summary>
    /// A page is read from the index alone, up to its last row, which is looked for first unless all rows are known to fit. SQLite joins in the order of
    /// CROSS JOIN, and goes upwards through an index that it is told to use: so the rows come by anchor and in their order, and need not be sorted.
    /// </summary>
    private static string WithinIndex(Source source, Order order, string last, string bounds, string? limit)
    {
        var end = limit is null
            ? ""
            : $", b AS MATERIALIZED (SELECT k.*, {order.Ends("l")} FROM k LEFT JOIN {source.Of("l")} ON l.row = {LastRow(source, order, bounds, limit)})";
        return $"WITH k AS MATERIALIZED ({source.Anchors}){end} SELECT k.i, {source.Columns} FROM {(limit is null ? "k" : "b k")} "
            + $"CROSS JOIN {source.Table} INDEXED BY {source.Index} ON {source.Where}{bounds}{(limit is null ? "" : $" AND {last}")}";
    }

    private static string LastRow(Source source, Order order, string bounds, string limit)
    {
        var found = $"(SELECT {source.Name}.row FROM {source.Table} WHERE {source.Where}{bounds} ORDER BY {order.By(false)} LIMIT 1 OFFSET {limit} - 1)";
        return source.KeptMost is { } most ? $"CASE WHEN {most} < {limit} THEN NULL ELSE {found} END" : found;
    }

    private static string Chosen(Source source, string inner, Order order, string bounds, bool fromEnd, string limit)
    {
        string Of(string columns, string more) =>
            $"SELECT {source.Name}.row{columns} FROM {inner} WHERE {source.Where}{more}{bounds} ORDER BY {order.By(fromEnd)} LIMIT {limit}";
        if (source.Parts is not { } parts) return Of("", "");

        // The page is among the pages of the parts.
        var columns = string.Concat(order.Terms.Select(t => t.Expression).Append(order.Id).Select((c, i) => $", {c} AS c{i}"));
        return $"SELECT row FROM ({string.Join(" UNION ALL ", parts.Select(p => $"SELECT * FROM ({Of(columns, $" AND {p}")})"))}) "
            + $"ORDER BY {order.Named(fromEnd)} LIMIT {limit}";
    }

    /// <summary>Equal where two questions differ in their anchors alone.</summary>
    public string Key
    {
        get
        {
            var key = new StringBuilder(Rows).Append('\0').Append(Totals).Append('\0').Append(Edges).Append('\0').Append(Rosters);
            foreach (var value in Values)
            {
                key.Append('\0').Append(value is byte[] bytes ? Convert.ToHexString(bytes) : Convert.ToString(value, CultureInfo.InvariantCulture));
            }

            return key.ToString();
        }
    }

    /// <summary>One of the statements, ready to be stepped through.</summary>
    public Statement Bind(Connection reader, string text, string anchors)
    {
        var statement = reader[text];
        for (var i = 0; i < Values.Count; i++) statement.Bind(i + 1, i == 2 ? anchors : Values[i]);
        return statement;
    }
}
