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
    private readonly Aggregate?[] aggregates;
    private readonly bool hasTotals;

    private Pages(PageRequest page, int anchors, bool hasTotals)
    {
        (this.page, this.hasTotals) = (page, hasTotals);
        aggregates = new Aggregate?[anchors];
        rows = new List<T>[anchors];
        totals = new (long, long)[anchors];
        edges = new (bool, bool)[anchors];
    }

    /// <summary>
    /// Asks a plan for all of its anchors at once. <paramref name="read"/> takes a row whose first column is its anchor's place.
    /// </summary>
    public static Pages<T> Read(
        Connection reader, Plan plan, PageRequest page, IReadOnlyList<string> anchors, int pages, (bool Totals, AggregateParts Aggregates) wants, Func<Statement, T> read)
    {
        var json = JsonSerializer.Serialize(anchors);
        var found = new Pages<T>(page, pages, wants.Totals);
        if (page.Limit > 0) found.ReadRows(reader, plan, json, read);
        if (wants.Aggregates != AggregateParts.None) Array.Fill(found.aggregates, new Aggregate());
        if (plan.Totals is not null) found.ReadTotals(plan.Bind(reader, plan.Totals, json), plan.HasDays);
        if (plan.Rosters is not null) found.ReadRosters(plan.Bind(reader, plan.Rosters, json));
        return found;
    }

    /// <summary>The rows of all pages.</summary>
    public IEnumerable<T> All => rows.Where(own => own is not null).SelectMany(own => own);

    /// <summary>The same pages of other rows; a row that becomes null is none of them.</summary>
    public Pages<TOther> Select<TOther>(Func<T, TOther?> change)
        where TOther : class
    {
        var others = new Pages<TOther>(page, rows.Length, hasTotals);
        for (var i = 0; i < rows.Length; i++)
        {
            (others.totals[i], others.edges[i], others.aggregates[i]) = (totals[i], edges[i], aggregates[i]);
            if (rows[i] is not { } own) continue;
            var changed = others.rows[i] = new List<TOther>(own.Count);
            foreach (var row in own)
            {
                if (change(row) is { } other) changed.Add(other);
            }
        }

        return others;
    }

    /// <summary>The page of an anchor, with its two totals and what was worked out over all.</summary>
    public (IReadOnlyList<T> Rows, bool HasNext, bool HasPrevious, long? First, long? Second, Aggregate? Aggregate) this[int anchor]
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
                hasTotals ? second : null,
                aggregates[anchor]);
        }
    }

    private void ReadTotals(Statement statement, bool hasDays)
    {
        while (statement.Step())
        {
            var anchor = statement.Long(0);
            totals[anchor] = (statement.Long(1), statement.Long(2));
            if (hasDays) aggregates[anchor] = aggregates[anchor]! with { FirstDay = (int?)statement.LongOrNull(3), LastDay = (int?)statement.LongOrNull(4) };
        }
    }

    private void ReadRosters(Statement statement)
    {
        while (statement.Step())
        {
            var anchor = statement.Long(0);
            aggregates[anchor] = aggregates[anchor]! with
            {
                Named = statement.Long(1),
                StatedMin = statement.LongOrNull(2),
                StatedMax = statement.LongOrNull(3),
            };
        }
    }

    private void ReadRows(Connection reader, Plan plan, string anchors, Func<Statement, T> read)
    {
        var statement = plan.Bind(reader, plan.Rows, anchors);
        var (anchor, together) = (-1L, new List<T>());
        while (statement.Step())
        {
            if (statement.Long(0) is var next && next != anchor)
            {
                Keep(anchor, together);
                anchor = next;
            }

            together.Add(read(statement));
        }

        Keep(anchor, together);
        if (plan.Edges is null) return;
        statement = plan.Bind(reader, plan.Edges, anchors);
        while (statement.Step()) edges[statement.Long(0)] = (statement.Long(1) == 1, statement.Long(2) == 1);
    }

    // Most statements have an anchor's rows together, and most pages are short: a list as long as they are costs the least.
    private void Keep(long anchor, List<T> together)
    {
        if (together.Count == 0) return;
        if (rows[anchor] is { } before) before.AddRange(together);
        else rows[anchor] = [.. together];
        together.Clear();
    }
}
