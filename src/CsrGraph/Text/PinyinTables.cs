using System.Text;

namespace CsrGraph.Text;

/// <summary>The usual readings of Han characters, their further ones, and the phrases that settle which.</summary>
internal static class PinyinTables
{
    private static readonly Lazy<(string[] Syllables, short[] Plane, Dictionary<int, short> Beyond)> Usual = new(LoadUsual);

    private static readonly Lazy<Dictionary<int, (string[] Common, string? Surname)>> Further = new(() =>
        TextTable.Rows("pinyin-variants.tsv").ToDictionary(
            row => char.ConvertToUtf32(row[0], 0),
            row => (row[1].Split(' ', StringSplitOptions.RemoveEmptyEntries), row.ElementAtOrDefault(2))));

    private static readonly Lazy<PhraseTable<string[]>> Settled = new(LoadPhrases);

    /// <summary>The phrases with a reading of their own, a syllable for each character.</summary>
    public static PhraseTable<string[]> Phrases => Settled.Value;

    /// <summary>The usual reading, then the other common ones; none where the character is not known.</summary>
    public static IReadOnlyList<string> Readings(Rune character)
    {
        var (syllables, plane, beyond) = Usual.Value;
        var index = character.IsBmp ? plane[character.Value] : beyond.GetValueOrDefault(character.Value, (short)-1);
        if (index < 0)
        {
            return [];
        }

        return Further.Value.TryGetValue(character.Value, out var further) ? [syllables[index], .. further.Common] : [syllables[index]];
    }

    /// <summary>How <paramref name="character"/> is read as a family name, where that is another reading than the usual one.</summary>
    public static string? Surname(Rune character) => Further.Value.GetValueOrDefault(character.Value).Surname;

    private static PhraseTable<string[]> LoadPhrases()
    {
        var table = new PhraseTable<string[]>();
        foreach (var row in TextTable.Rows("pinyin-phrases.tsv"))
        {
            table.Add(row[0], row[1].Split(' '));
        }

        return table;
    }

    private static (string[] Syllables, short[] Plane, Dictionary<int, short> Beyond) LoadUsual()
    {
        var syllables = new List<string>();
        var plane = new short[char.MaxValue + 1];
        var beyond = new Dictionary<int, short>();
        Array.Fill(plane, (short)-1);
        foreach (var row in TextTable.Rows("pinyin.tsv"))
        {
            foreach (var rune in row[1].EnumerateRunes())
            {
                if (rune.IsBmp)
                {
                    plane[rune.Value] = (short)syllables.Count;
                }
                else
                {
                    beyond[rune.Value] = (short)syllables.Count;
                }
            }

            syllables.Add(row[0]);
        }

        return ([.. syllables], plane, beyond);
    }
}
