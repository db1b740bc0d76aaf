using System.Text;

namespace CsrGraph.Text;

/// <summary>Sort keys of names: compared as unsigned bytes they sort by pinyin, then by code point.</summary>
public static class NameSortKey
{
    /// <summary>Longer readings are cut here; names that agree so far sort by code point.</summary>
    private const int MaxReading = 64;

    /// <summary>Lower than every letter and digit, so that a syllable sorts before those it begins: 西安 before 先.</summary>
    private const byte EndOfUnit = 1;

    /// <summary>
    /// The key of <paramref name="name"/>: at most 64 bytes of its reading, a zero byte, and the name itself in UTF-8. Quotation marks,
    /// brackets and other punctuation do not count in the reading. Digits come before letters, and a Han character without a known
    /// reading after both. Different names have different keys.
    /// </summary>
    public static byte[] Of(string name)
    {
        var key = new List<byte>(MaxReading + (3 * name.Length) + 1);
        foreach (var unit in ReadingUnits.Of(Folding.Fold(name)))
        {
            key.AddRange(Encoding.UTF8.GetBytes(unit.Reading.Length > 0 ? unit.Reading : unit.Text));
            key.Add(EndOfUnit);
            if (key.Count >= MaxReading)
            {
                key.RemoveRange(MaxReading, key.Count - MaxReading);
                break;
            }
        }

        key.Add(0);
        AppendCodePoints(key, name);
        return [.. key];
    }

    /// <summary>UTF-8, with half a surrogate pair kept as three bytes of its own, so that no two names share a key.</summary>
    private static void AppendCodePoints(List<byte> key, string name)
    {
        Span<byte> bytes = stackalloc byte[4];
        for (var i = 0; i < name.Length;)
        {
            if (Rune.TryGetRuneAt(name, i, out var rune))
            {
                key.AddRange(bytes[..rune.EncodeToUtf8(bytes)]);
                i += rune.Utf16SequenceLength;
            }
            else
            {
                var half = name[i++];
                key.AddRange([(byte)(0xE0 | (half >> 12)), (byte)(0x80 | ((half >> 6) & 0x3F)), (byte)(0x80 | (half & 0x3F))]);
            }
        }
    }
}
