using System.Text.Json;
using CsrGraph.Sqlite.Compiling;
using CsrGraph.Sqlite.Connections;
using CsrGraph.Store;

namespace CsrGraph.Sqlite.Reading;

/// <summary>Runs a plan for many anchors and deals its rows out to them.</summary>
internal sealed class Pages<T>
{
    private readonly PageRequest page;
    private readonly List<T>[] rows;
    private readonly (long First, long Second)[] totals;
    private readonly (bool Before, bool After)[] edges;
    private readonly bool hasTotals;

    private Pages(PageRequest page, int anchors, bool hasTotals)
    {
        (this.page, this.hasTotals) = (page, hasTotals);
        rows = new List<T>[anchors];
        totals = new (long, long)[anchors];
        edges = new (bool, bool)[anchors];
    }

    /// <summary>
    /// Asks a plan for all of its anchors at once. <paramref name="read"/> takes a row whose first column is its anchor's place.
    /// </summary>
    public static Pages<T> Read(Connection reader, Plan plan, PageRequest page, IReadOnlyList<string> anchors, int pages, Func<Statement, T> read)
    {
        var json = JsonSerializer.Serialize(anchors);
        var found = new Pages<T>(page, pages, plan.Totals is not null);
        if (page.Limit > 0) found.ReadRows(reader, plan, json, read);
        if (plan.Totals is not null)
        {
            var statement = plan.Bind(reader, plan.Totals, json);
            while (statement.Step()) found.totals[statement.Long(0)] = (statement.Long(1), statement.Long(2));
        }

        return found;
    }

    /// <summary>Puts each page in the order of its rows, which it mostly is in.</summary>
    public void Sort()
    {
        foreach (var own in rows)
        {
            for (var i = 1; i < own?.Count; i++)
            {
                if (Comparer<T>.Default.Compare(own[i - 1], own[i]) <= 0) continue;
                own.Sort();
                break;
            }
        }
    }

    /// <summary>The same pages of other rows; a row that becomes null is none of them.</summary>
    public Pages<TOther> Select<TOther>(Func<T, TOther?> change)
        where TOther : class
    {
        var others = new Pages<TOther>(page, rows.Length, hasTotals);
        for (var i = 0; i < rows.Length; i++)
        {
            (others.totals[i], others.edges[i]) = (totals[i], edges[i]);
            if (rows[i] is not { } own) continue;
            var changed = others.rows[i] = new List<TOther>(own.Count);
            foreach (var row in own)
            {
                if (change(row) is { } other) changed.Add(other);
            }
        }

        return others;
    }

    /// <summary>The page of an anchor, with its two totals.</summary>
    public (IReadOnlyList<T> Rows, bool HasNext, bool HasPrevious, long? First, long? Second) this[int anchor]
    {
        get
        {
            var found = rows[anchor] ?? [];
            var hasMore = found.Count > page.Limit;
            if (hasMore) found.RemoveAt(page.Limit);
            if (page.FromEnd) found.Reverse();
            var (before, after) = edges[anchor];
            var (first, second) = totals[anchor];
            return (
                found,
                after || (!page.FromEnd && hasMore),
                before || (page.FromEnd && hasMore),
                hasTotals ? first : null,
                hasTotals ? second : null);
        }
    }

    private void ReadRows(Connection reader, Plan plan, string anchors, Func<Statement, T> read)
    {
        var statement = plan.Bind(reader, plan.Rows, anchors);
        while (statement.Step()) (rows[statement.Long(0)] ??= new List<T>(Math.Min(page.Limit, 31) + 1)).Add(read(statement));
        if (plan.Edges is null) return;
        statement = plan.Bind(reader, plan.Edges, anchors);
        while (statement.Step()) edges[statement.Long(0)] = (statement.Long(1) == 1, statement.Long(2) == 1);
    }
}
