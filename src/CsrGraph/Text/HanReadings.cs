using System.Text;

namespace CsrGraph.Text;

/// <summary>The readings that Unihan gives for Han characters, tones included: what proves a pinyin note.</summary>
internal static class HanReadings
{
    private static readonly Lazy<Dictionary<string, string>> Characters = new(() =>
        TextTable.Rows("readings.tsv").ToDictionary(row => row[0], row => row[1], StringComparer.Ordinal));

    /// <summary>Whether <paramref name="character"/> may be read <paramref name="syllable"/>, as <see cref="Syllable.Parse"/> gives it.</summary>
    public static bool Has(Rune character, string syllable)
    {
        Span<char> units = stackalloc char[2];
        var length = character.EncodeToUtf16(units);
        return Characters.Value.TryGetValue(syllable, out var characters)
            && characters.AsSpan().IndexOf(units[..length], StringComparison.Ordinal) >= 0;
    }
}
