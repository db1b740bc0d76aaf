using System.Text;

namespace CsrGraph.Text;

/// <summary>Single characters of code page 936, the encoding whose cut bytes <see cref="ShiftRepair"/> puts together again.</summary>
internal static class Gbk
{
    private static readonly Encoding Encoding = CodePagesEncodingProvider.Instance.GetEncoding(936)!;

    /// <summary>The bytes that may end a character.</summary>
    public static IEnumerable<byte> Trails => Enumerable.Range(0x40, 0xFE - 0x40 + 1).Where(b => b != 0x7F).Select(b => (byte)b);

    public static bool IsLead(byte value) => value is >= 0x81 and <= 0xFE;

    /// <summary>The two bytes of a character; ASCII is taken for the full-width form it was folded from. False where it has none.</summary>
    public static bool TryEncode(char character, Span<byte> bytes)
    {
        var wide = character is > ' ' and <= '~' ? (char)(character + 0xFEE0) : character;
        return !char.IsSurrogate(wide) && Encoding.GetByteCount([wide]) == 2 && Encoding.GetBytes([wide], bytes) == 2;
    }

    /// <summary>Whether GB 2312, the standard of simplified text, has this Han character: a part of the code page.</summary>
    public static bool IsInGb2312(char character)
    {
        Span<byte> bytes = stackalloc byte[2];
        return TryEncode(character, bytes) && bytes[0] is >= 0xB0 and <= 0xF7 && bytes[1] >= 0xA1;
    }

    /// <summary>The character of two bytes, or null where they are none.</summary>
    public static char? Decode(byte lead, byte trail)
    {
        if (!IsLead(lead))
        {
            return null;
        }

        Span<char> characters = stackalloc char[2];
        var length = Encoding.GetChars([lead, trail], characters);
        var isPrivate = characters[0] is >= '\uE000' and <= '\uF8FF';
        return length == 1 && characters[0] is not ('\uFFFD' or '?') && !isPrivate ? characters[0] : null;
    }
}
