using CsrGraph.Store;

namespace CsrGraph.StoreTests.Generated;

/// <summary>Counts what was asked, so that a run says what it has looked at.</summary>
internal sealed class Tally
{
    private readonly SortedDictionary<string, int> counts = new(StringComparer.Ordinal);

    public int this[string what] => counts.GetValueOrDefault(what);

    public void Count(string what) => counts[what] = this[what] + 1;

    public void Count(EntityFilter? filter)
    {
        if (filter is null) return;
        Count($"entity {filter.GetType().Name}");
        switch (filter)
        {
            case EntityFilter.All(var filters):
                foreach (var inner in filters) Count(inner);
                break;
            case EntityFilter.Any(var filters):
                foreach (var inner in filters) Count(inner);
                break;
            case EntityFilter.Not(var inner):
                Count(inner);
                break;
            case EntityFilter.Related related:
                Count(related.None ? "entity none" : "entity some");
                Count(related.Far);
                Count(related.Edge);
                break;
        }
    }

    public void Count(ClaimFilter? filter)
    {
        if (filter is null) return;
        Count($"claim {filter.GetType().Name}");
        switch (filter)
        {
            case ClaimFilter.All(var filters):
                foreach (var inner in filters) Count(inner);
                break;
            case ClaimFilter.Any(var filters):
                foreach (var inner in filters) Count(inner);
                break;
            case ClaimFilter.Not(var inner):
                Count(inner);
                break;
        }
    }

    public void Count(IReadOnlyList<SortTerm> sort)
    {
        foreach (var term in sort) Count($"sort {term.By}{(term.Descending ? " descending" : "")}");
    }

    public override string ToString() => string.Join('\n', counts.Select(c => $"{c.Value,7} {c.Key}"));
}
