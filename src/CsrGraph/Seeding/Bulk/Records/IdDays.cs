using CsrGraph.Model;
using CsrGraph.Seeding.Changes;
using CsrGraph.Seeding.Compact;

namespace CsrGraph.Seeding.Bulk.Records;

/// <summary>The days of some of the ids of a table, eight bytes each.</summary>
/// <param name="ids">The table.</param>
internal sealed class IdDays(IdTable ids)
{
    private const int Undated = -1;

    // Day numbers and one more, so that 0 says that nothing was set.
    private readonly IdMap<(int First, int Last)> days = new(ids);

    /// <summary>The days of an id; null where there are none. What is set may be null.</summary>
    public Days? this[EntityId id]
    {
        get => TryGet(id, out var found) ? found : null;
        set => days[id] = value is var (earliest, latest) ? (earliest.DayNumber + 1, latest.DayNumber + 1) : (Undated, Undated);
    }

    /// <summary>True for an id that days were set for, be they null.</summary>
    public bool TryGet(EntityId id, out Days? found)
    {
        var (first, last) = days[id];
        found = first > 0 ? new Days(DateOnly.FromDayNumber(first - 1), DateOnly.FromDayNumber(last - 1)) : null;
        return first != 0;
    }

    /// <summary>Lets all of them go.</summary>
    public void Clear() => days.Clear();
}
