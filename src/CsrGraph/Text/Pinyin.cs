using System.Text;

namespace CsrGraph.Text;

/// <summary>Pinyin without tones, in lower case, with v for ü.</summary>
public static class Pinyin
{
    /// <summary>
    /// The reading of <paramref name="text"/>, words and syllables separated by a space: 重庆360 is "chong qing 360". Phrases settle
    /// characters with several readings, otherwise the usual one is taken. Latin letters and digits stay, lower-cased; punctuation,
    /// and a Han character without a known reading, are left out.
    /// </summary>
    public static string Of(string text) =>
        string.Join(' ', ReadingUnits.Of(Folding.Fold(text)).Select(unit => unit.Reading).Where(reading => reading.Length > 0));

    /// <summary>The readings of <paramref name="character"/> that names use, the usual one first; none where it is not known.</summary>
    public static IReadOnlyList<string> Readings(Rune character) => PinyinTables.Readings(character);

    /// <inheritdoc cref="Readings(Rune)"/>
    public static IReadOnlyList<string> Readings(char character) => Rune.TryCreate(character, out var rune) ? Readings(rune) : [];
}
