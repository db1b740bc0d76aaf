using CsrGraph.Model;
using CsrGraph.Store;

namespace CsrGraph.InMemory;

/// <summary>Orders rows and cuts pages out of them.</summary>
internal static class Ordering
{
    /// <summary>The value that a term gives an entity alone.</summary>
    public static object? EntityValue(SortTerm term, Entity entity, GraphView view) => term.By switch
    {
        SortBy.Name => NameTexts.SortKey(entity.Name),
        SortBy.Date => (long?)entity.Date?.Earliest?.DayNumber,
        SortBy.RelationCount => view.Relations(entity.Id.Value, Relation(term)).Select(r => r.Far.Id).Distinct().LongCount(),
        _ => throw new ArgumentException($"entities do not sort by {term.By}", nameof(term)),
    };

    /// <summary>The value that a term gives a claim alone.</summary>
    public static object? ClaimValue(SortTerm term, ClaimOrder order) => term.By switch
    {
        SortBy.When => (long?)order.FromDay,
        SortBy.Rank => (long)order.Rank,
        _ => throw new ArgumentException($"claims do not sort by {term.By}", nameof(term)),
    };

    /// <summary>The value that a term gives a relation.</summary>
    public static object? RelationValue(SortTerm term, ClaimOrder order, Entity far, GraphView view) =>
        term.By is SortBy.When or SortBy.Rank ? ClaimValue(term, order) : EntityValue(term, far, view);

    /// <summary>Sorts rows and cuts the page: the rows between the two places, and of those the first or the last.</summary>
    public static (IReadOnlyList<T> Rows, bool HasNext, bool HasPrevious) Cut<T>(
        IEnumerable<T> rows, Func<T, Position> position, IReadOnlyList<bool> descending, PageRequest page)
    {
        if (page.Limit == 0) return ([], false, false);
        var order = Comparer<Position>.Create((left, right) => Compare(left, right, descending));
        var sorted = rows.OrderBy(position, order).ToList();
        bool IsBeyondAfter(T row) => page.After is null || order.Compare(position(row), page.After) > 0;
        bool IsBeyondBefore(T row) => page.Before is null || order.Compare(position(row), page.Before) < 0;
        var between = sorted.Where(r => IsBeyondAfter(r) && IsBeyondBefore(r)).ToList();
        var cut = (page.FromEnd ? between.TakeLast(page.Limit) : between.Take(page.Limit)).ToList();
        var isShort = cut.Count < between.Count;
        return (cut, !sorted.TrueForAll(IsBeyondBefore) || (isShort && !page.FromEnd), !sorted.TrueForAll(IsBeyondAfter) || (isShort && page.FromEnd));
    }

    /// <summary>Cuts the page that <see cref="Cut"/> would out of rows that are sorted already.</summary>
    public static (IReadOnlyList<T> Rows, bool HasNext, bool HasPrevious) Slice<T>(
        IReadOnlyList<T> sorted, Func<T, Position> position, IReadOnlyList<SortTerm> terms, PageRequest page)
    {
        if (page.Limit == 0) return ([], false, false);
        var from = page.After is { } after ? CountWhere(compared => compared <= 0, after) : 0;
        var until = page.Before is { } before ? CountWhere(compared => compared < 0, before) : sorted.Count;
        var (between, taken) = (Math.Max(0, until - from), Math.Min(page.Limit, Math.Max(0, until - from)));
        var isShort = taken < between;
        var start = page.FromEnd ? until - taken : from;
        var cut = taken == sorted.Count ? sorted : taken == 0 ? [] : sorted.Skip(start).Take(taken).ToArray();
        return (cut, until < sorted.Count || (isShort && !page.FromEnd), from > 0 || (isShort && page.FromEnd));

        // How many of the first rows compare so with a place; none after them does.
        int CountWhere(Predicate<int> compares, Position place)
        {
            var directions = Directions(terms);
            var (low, high) = (0, sorted.Count);
            while (low < high)
            {
                var middle = (low + high) / 2;
                if (compares(Compare(position(sorted[middle]), place, directions))) low = middle + 1;
                else high = middle;
            }

            return low;
        }
    }

    /// <summary>The directions of the terms.</summary>
    public static IReadOnlyList<bool> Directions(IReadOnlyList<SortTerm> terms) => [.. terms.Select(t => t.Descending)];

    private static RelationKey Relation(SortTerm term) => term.Relation ?? throw new ArgumentException("which relation is to be counted?", nameof(term));

    private static int Compare(Position left, Position right, IReadOnlyList<bool> descending)
    {
        for (var i = 0; i < descending.Count; i++)
        {
            var compared = (left.Values[i], right.Values[i]) switch
            {
                (null, null) => 0,
                (null, _) => 1,
                (_, null) => -1,
                (long a, long b) => descending[i] ? b.CompareTo(a) : a.CompareTo(b),
                (byte[] a, byte[] b) => descending[i] ? b.AsSpan().SequenceCompareTo(a) : a.AsSpan().SequenceCompareTo(b),
                (string a, string b) => descending[i] ? string.CompareOrdinal(b, a) : string.CompareOrdinal(a, b),
                var (a, b) => throw new ArgumentException($"a place compares {a} with {b}", nameof(left)),
            };
            if (compared != 0) return compared;
        }

        return string.CompareOrdinal(left.Id, right.Id);
    }
}
