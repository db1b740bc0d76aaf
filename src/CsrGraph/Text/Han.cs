using System.Text;

namespace CsrGraph.Text;

/// <summary>What counts as a Han character: the unified ideographs with their extensions, the compatibility ones, and 〇.</summary>
internal static class Han
{
    public static bool Is(Rune rune) => rune.Value is (>= 0x4E00 and <= 0x9FFF) or (>= 0x3400 and <= 0x4DBF) or 0x3007
        or (>= 0xF900 and <= 0xFAFF) or (>= 0x20000 and <= 0x323AF);

    /// <summary>The Han character that ends before <paramref name="end"/>, if there is one.</summary>
    public static bool EndsAt(ReadOnlySpan<char> text, int end, out Rune character) =>
        Rune.DecodeLastFromUtf16(text[..end], out character, out _) == System.Buffers.OperationStatus.Done && Is(character);

    public static bool Is(char unit) => Rune.TryCreate(unit, out var rune) && Is(rune);

    public static int Count(ReadOnlySpan<char> text)
    {
        var count = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            count += Is(rune) ? 1 : 0;
        }

        return count;
    }
}
