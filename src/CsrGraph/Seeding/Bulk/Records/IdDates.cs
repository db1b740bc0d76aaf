using CsrGraph.Model;
using CsrGraph.Seeding.Compact;

namespace CsrGraph.Seeding.Bulk.Records;

/// <summary>The dates of some of the ids of a table; equal dates are one.</summary>
/// <param name="ids">The table.</param>
internal sealed class IdDates(IdTable ids)
{
    private readonly Interned<PartialDate> dates = new();

    // The number of a date and one more; 0 where there is none.
    private readonly IdMap<int> numbers = new(ids);

    /// <summary>The date of an id; null where there is none.</summary>
    public PartialDate? this[EntityId id]
    {
        get => numbers[id] is > 0 and var next ? dates[next - 1] : null;
        set => numbers[id] = value is null ? 0 : dates.Number(value) + 1;
    }

    /// <summary>Lets all of them go.</summary>
    public void Clear()
    {
        dates.Clear();
        numbers.Clear();
    }
}
