using CsrGraph.Store;

namespace CsrGraph.StoreTests.Generated;

/// <summary>
/// What one question has put to the test: for each operator, whether it let something in (true) and whether it kept something out (false), or another
/// pair of cases that its name tells.
/// </summary>
internal sealed class Facts
{
    private readonly HashSet<(string Operator, bool Way)> seen = [];

    public IEnumerable<(string Operator, bool Way)> Seen => seen;

    public void Add(string name, bool way) => seen.Add((name, way));

    /// <summary>That a condition held, or not, of something that it was put to.</summary>
    public void AddCondition(object filter, bool holds) => Add(Operators.Of(filter), holds);

    /// <summary>What a page was and what it cut off.</summary>
    public void AddPage(PageRequest page, int rows, bool hasNext, bool hasPrevious, int all)
    {
        if (page.Limit == 0)
        {
            Add(Operators.NoRows, all > 0);
            return;
        }

        if (page.Limit < int.MaxValue) Add(page.FromEnd ? Operators.LastRows : Operators.FirstRows, page.FromEnd ? hasPrevious : hasNext);
        if (page.After is not null) Add(Operators.After, rows > 0);
        if (page.Before is not null) Add(Operators.Before, rows > 0);
        Add(Operators.HasNext, hasNext);
        Add(Operators.HasPrevious, hasPrevious);
    }

    /// <summary>Whether a total was asked for and was more than the rows.</summary>
    public void AddTotal(bool isWanted, long? total, int rows)
    {
        Add(Operators.WantsTotal, isWanted);
        if (total is not null) Add(Operators.TotalIsMore, total > rows);
    }

    /// <summary>Whether there was something to work out over all rows.</summary>
    public void AddAggregate(AggregateParts parts, Aggregate? aggregate)
    {
        if (parts.HasFlag(AggregateParts.Days)) Add(Operators.Days, aggregate?.FirstDay is not null);
        if (parts.HasFlag(AggregateParts.Rosters)) Add(Operators.Rosters, aggregate?.Named is not null);
    }

    /// <summary>Which terms of an order decided between neighbours, and which left it to the next.</summary>
    public void AddOrder(IReadOnlyList<SortTerm> sort, IReadOnlyList<Position> places)
    {
        for (var i = 1; i < places.Count; i++)
        {
            var (one, other) = (places[i - 1].Values, places[i].Values);
            var at = 0;
            while (at < sort.Count && AreEqual(one[at], other[at])) Add(Operators.Of(sort[at++]), false);
            Add(Operators.ById, at == sort.Count);
            if (at == sort.Count) continue;
            Add(Operators.Of(sort[at]), true);
            if (sort[at].By is SortBy.Date or SortBy.When) Add(Operators.MissingLast(sort[at].Descending), one[at] is null || other[at] is null);
        }
    }

    private static bool AreEqual(object? one, object? other) =>
        one is byte[] bytes ? other is byte[] others && bytes.AsSpan().SequenceEqual(others) : Equals(one, other);
}
