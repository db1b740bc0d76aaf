using System.Text;
using CsrGraph.Text;

namespace CsrGraph.Sqlite.Reading;

/// <summary>What a folded search text is looked up by in the full-text index.</summary>
internal static class SearchText
{
    /// <summary>A query that finds nothing.</summary>
    private const string Nothing = "\"\"";

    /// <summary>True where a folded text has anything beside Han characters: then a text without any may stand within it.</summary>
    public static bool HasLetters(string folded) => folded.EnumerateRunes().Any(r => !IsHan(r));

    /// <summary>
    /// True where the index leads to every name that holds this text: where its first character is a Han character, since of runs of letters the index
    /// knows the beginning alone.
    /// </summary>
    public static bool IsIndexed(string folded) =>
        Rune.DecodeFromUtf16(folded, out var first, out _) == System.Buffers.OperationStatus.Done && IsHan(first);

    /// <summary>Names that begin with it, and some others.</summary>
    public static string Beginning(string folded) => SearchKeys.BigramQuery(folded) switch
    {
        [] => Nothing,
        [var only] => NameKeys.OfBeginning(only),
        var words => $"{NameKeys.OfBeginning(words[0])} AND words : {Phrase(words.Skip(1))}",
    };

    /// <summary>Names that hold it, from the second character on.</summary>
    public static string Within(string folded) => IsIndexed(folded) ? $"words : {Phrase(SearchKeys.BigramQuery(folded))}" : Nothing;

    private static string Phrase(IEnumerable<QueryWord> words)
    {
        var all = words.ToArray();
        return $"\"{string.Join(' ', all.Select(w => w.Text))}\"{(all[^1].IsPrefix ? " *" : "")}";
    }

    private static bool IsHan(Rune rune) => rune.Value is (>= 0x4E00 and <= 0x9FFF) or (>= 0x3400 and <= 0x4DBF) or 0x3007
        or (>= 0xF900 and <= 0xFAFF) or (>= 0x20000 and <= 0x323AF);
}
