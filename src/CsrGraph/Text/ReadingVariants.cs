namespace CsrGraph.Text;

/// <summary>The ways in which a name may be read aloud, where characters have several readings.</summary>
internal static class ReadingVariants
{
    private const int Most = 8;

    /// <summary>
    /// Readings of the whole, a pair for each unit: first the usual one, then those that differ in one unit, then in two and so on.
    /// At most eight, so that a long name does not flood an index.
    /// </summary>
    public static List<(ReadingUnit Unit, string Reading)[]> Of(List<ReadingUnit> units)
    {
        var usual = units.Select(unit => (unit, unit.Reading)).ToArray();
        var variants = new List<(ReadingUnit, string)[]> { usual };
        var widened = new Queue<((ReadingUnit, string)[] Reading, int From)>([(usual, 0)]);
        while (widened.TryDequeue(out var next))
        {
            for (var i = next.From; i < units.Count; i++)
            {
                foreach (var other in units[i].Others)
                {
                    if (variants.Count == Most)
                    {
                        return variants;
                    }

                    var changed = next.Reading.ToArray();
                    changed[i] = (units[i], other);
                    variants.Add(changed);
                    widened.Enqueue((changed, i + 1));
                }
            }
        }

        return variants;
    }
}
