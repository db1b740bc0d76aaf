using CsrGraph.Text;

namespace CsrGraph.Sqlite.Reading;

/// <summary>
/// What a name is found by in the full-text index. How it begins is a word of its own, and so is how its readings begin, in a few lengths: then even
/// what thousands of names begin with is one word, whose names the index gives one after the other, the shortest first.
/// </summary>
internal static class NameKeys
{
    private const char Name = 'α';

    // Of so many letters, each under a mark of its own. A reading that is shorter is a key as a whole.
    private static readonly (char Mark, int Length)[] Pinyin = [('β', 2), ('γ', 4), ('δ', 8), ('ε', 16)];
    private static readonly (char Mark, int Length)[] Initials = [('ζ', 2), ('η', 4)];

    /// <summary>The words that stand within the name.</summary>
    public static string Words(SearchKeys keys) => keys.Bigrams.IndexOf(' ', StringComparison.Ordinal) is > 0 and var end ? keys.Bigrams[(end + 1)..] : "";

    /// <summary>The keys of how it and its readings begin.</summary>
    public static string Keys(SearchKeys keys) => string.Join(
        ' ', [Name + keys.Bigrams.Split(' ')[0], .. keys.Pinyin.SelectMany(p => Of(Pinyin, p)).Concat(keys.Initials.SelectMany(i => Of(Initials, i))).Distinct()]);

    /// <summary>The query for names that begin with a word.</summary>
    public static string OfBeginning(QueryWord word) => Query(Name + word.Text, word.IsPrefix);

    /// <summary>The query for names of which a reading begins so, and for some others.</summary>
    public static string OfPinyin(string folded) => OfReading(Pinyin, folded);

    /// <summary>The same for the initials of a reading.</summary>
    public static string OfInitials(string folded) => OfReading(Initials, folded);

    private static IEnumerable<string> Of((char Mark, int Length)[] lengths, string reading) =>
        reading.Length == 0 ? [] : lengths.Select(l => l.Mark + Beginning(reading, l.Length));

    private static string OfReading((char Mark, int Length)[] lengths, string folded)
    {
        var (mark, length) = lengths.LastOrDefault(l => l.Length <= folded.Length, lengths[0]);
        return Query(mark + Beginning(folded, length), folded.Length < length);
    }

    private static string Query(string key, bool isPrefix) => $"keys : \"{key}\"{(isPrefix ? " *" : "")}";

    private static string Beginning(string text, int length) => text.Length <= length ? text : text[..length];
}
