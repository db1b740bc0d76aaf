using System.Text;
using CsrGraph.Text;

namespace CsrGraph.Sqlite.Reading;

/// <summary>What a search text is looked up by.</summary>
internal static class SearchText
{
    /// <summary>True where a folded text has anything beside Han characters: then a text without any may stand within it.</summary>
    public static bool HasLetters(string folded) => folded.EnumerateRunes().Any(r => !IsHan(r));

    /// <summary>
    /// The full-text query for names that hold this folded text; null where its first character is no Han character, since the index knows runs of
    /// letters by their beginning alone.
    /// </summary>
    public static string? Words(string folded)
    {
        if (Rune.DecodeFromUtf16(folded, out var first, out _) != System.Buffers.OperationStatus.Done || !IsHan(first)) return null;
        var words = SearchKeys.BigramQuery(folded);
        if (words.Count == 0) return null;
        var phrase = string.Join(' ', words.Select(w => w.Text.Replace("\"", "", StringComparison.Ordinal)));
        return $"\"{phrase}\"{(words[^1].IsPrefix ? "*" : "")}";
    }

    private static bool IsHan(Rune rune) => rune.Value is (>= 0x4E00 and <= 0x9FFF) or (>= 0x3400 and <= 0x4DBF) or 0x3007
        or (>= 0xF900 and <= 0xFAFF) or (>= 0x20000 and <= 0x323AF);
}
