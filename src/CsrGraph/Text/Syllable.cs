namespace CsrGraph.Text;

/// <summary>A pinyin syllable with its tone as a digit: lián is lian2, lǜ is lv4, a syllable without a mark has tone 5.</summary>
internal static class Syllable
{
    /// <summary>Every letter that carries a mark, with its plain letter and the mark's tone (5: none).</summary>
    private const string Marked = "āa1áa2ǎa3àa4ēe1ée2ěe3èe4īi1íi2ǐi3ìi4ōo1óo2ǒo3òo4ūu1úu2ǔu3ùu4ǖv1ǘv2ǚv3ǜv4üv5êe5ńn2ňn3ǹn4ḿm2ɡg5ɑa5";

    /// <summary>The longest syllables, such as zhuāng, have six letters.</summary>
    public const int MaxLength = 6;

    /// <summary>Whether <paramref name="letter"/> can stand in a syllable; capitals can't.</summary>
    public static bool IsLetter(char letter) => letter is >= 'a' and <= 'z' || (letter > 0x7F && Find(letter) >= 0);

    /// <summary>The syllable that <paramref name="printed"/> is, or null: it is empty or too long, has two marks or a foreign letter.</summary>
    public static string? Parse(ReadOnlySpan<char> printed)
    {
        if (printed.Length is 0 or > MaxLength)
        {
            return null;
        }

        Span<char> syllable = stackalloc char[MaxLength + 1];
        var tone = '5';
        for (var i = 0; i < printed.Length; i++)
        {
            var at = printed[i] > 0x7F ? Find(printed[i]) : -1;
            if (at < 0 && printed[i] is < 'a' or > 'z')
            {
                return null;
            }

            syllable[i] = at < 0 ? printed[i] : Marked[at + 1];
            if (at >= 0 && Marked[at + 2] != '5')
            {
                if (tone != '5')
                {
                    return null;
                }

                tone = Marked[at + 2];
            }
        }

        syllable[printed.Length] = tone;
        return new string(syllable[..(printed.Length + 1)]);
    }

    private static int Find(char letter) => Marked.IndexOf(letter, StringComparison.Ordinal);
}
