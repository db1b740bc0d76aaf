using System.Text.RegularExpressions;

namespace CsrGraph.Text;

/// <summary>
/// Text read one byte late: the bytes A1A3 BBA5 C293 (。互聯) without their first are A3BB A5C2 (；ヂ) and half a character. With the
/// lost A1 in front they are read again; <see cref="HalfLost"/> finds the last character, of which a byte is left, by its note.
/// </summary>
internal static class ShiftRepair
{
    /// <summary>The byte that is lost, the first of 。: a sentence that ends is where pages are cut so.</summary>
    private const byte Lost = 0xA1;

    /// <summary>The proof for a <paramref name="match"/> of (misread text, syllable), or null: only what begins with 。 counts.</summary>
    public static LossProof? Prove(string text, Match match)
    {
        var misread = match.Groups[1].ValueSpan;
        if (Syllable.Parse(match.Groups[2].ValueSpan) is not { } syllable || Bytes(misread) is not { } bytes)
        {
            return null;
        }

        var characters = new List<(char, int)>();
        for (var i = 0; i < misread.Length; i++)
        {
            if (Gbk.Decode(bytes[2 * i], bytes[(2 * i) + 1]) is not { } character || (i == 0 && character != '。'))
            {
                return null;
            }

            characters.Add((character, i == 0 ? match.Index : match.Groups[1].Index + i - 1));
        }

        if (HalfLost.Find(text, Gbk.Trails.Select(trail => Gbk.Decode(bytes[^1], trail)), syllable) is not { } last)
        {
            return null;
        }

        characters.Add((last, match.Groups[1].Index + misread.Length - 1));
        return new LossProof(match.Index, match.Index + match.Length, characters);
    }

    private static byte[]? Bytes(ReadOnlySpan<char> misread)
    {
        var bytes = new byte[1 + (2 * misread.Length)];
        bytes[0] = Lost;
        for (var i = 0; i < misread.Length; i++)
        {
            if (!Gbk.TryEncode(misread[i], bytes.AsSpan(1 + (2 * i), 2)))
            {
                return null;
            }
        }

        return bytes;
    }
}
