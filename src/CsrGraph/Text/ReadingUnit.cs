using System.Text;

namespace CsrGraph.Text;

/// <summary>A part of a name that is read as one: a Han character, or a run of letters or digits, which reads as itself.</summary>
/// <param name="Text">The character or run.</param>
/// <param name="Reading">Its reading; empty for a Han character that has none.</param>
/// <param name="Others">Further readings, none where a phrase settled it.</param>
/// <param name="IsHan">Whether it is a Han character.</param>
/// <param name="IsSettled">Whether it stands in a phrase that tells how it is read.</param>
internal sealed record ReadingUnit(string Text, string Reading, IReadOnlyList<string> Others, bool IsHan, bool IsSettled = false)
{
    /// <summary>What a query by initials has for a <paramref name="reading"/> of this unit: the first letter, or a run whole.</summary>
    public string Initial(string reading) => IsHan && reading.Length > 0 ? reading[..1] : reading;
}

/// <summary>Splits folded text into <see cref="ReadingUnit"/>s.</summary>
internal static class ReadingUnits
{
    /// <summary>A name of at most so many characters, all Han, may be a person's and begin with a family name.</summary>
    private const int LongestPersonName = 3;

    public static List<ReadingUnit> Of(string folded)
    {
        var units = new List<ReadingUnit>();
        for (var i = 0; i < folded.Length;)
        {
            var length = PinyinTables.Phrases.Match(folded.AsSpan(i), out var syllables);
            if (length > 0)
            {
                units.AddRange(folded.Substring(i, length).EnumerateRunes()
                    .Zip(syllables!, (rune, syllable) => new ReadingUnit(rune.ToString(), syllable, [], IsHan: true, IsSettled: true)));
                i += length;
                continue;
            }

            var unit = Next(folded, i);
            units.Add(unit);
            i += unit.Text.Length;
        }

        return WithSurname(units);
    }

    private static ReadingUnit Next(string folded, int start)
    {
        Rune.DecodeFromUtf16(folded.AsSpan(start), out var first, out var length);
        if (Han.Is(first))
        {
            var readings = PinyinTables.Readings(first);
            var usual = readings.Count > 0 ? readings[0] : "";
            return new ReadingUnit(folded.Substring(start, length), usual, [.. readings.Skip(1)], IsHan: true);
        }

        var end = SearchWords.EndOfWord(folded, start);
        return new ReadingUnit(folded[start..end], folded[start..end], [], IsHan: false);
    }

    private static List<ReadingUnit> WithSurname(List<ReadingUnit> units)
    {
        if (units.Count is >= 2 and <= LongestPersonName && units.TrueForAll(unit => unit.IsHan) && !units[0].IsSettled
            && PinyinTables.Surname(units[0].Text.EnumerateRunes().First()) is { } surname && surname != units[0].Reading)
        {
            units[0] = units[0] with { Others = [surname, .. units[0].Others.Where(other => other != surname)] };
        }

        return units;
    }
}
