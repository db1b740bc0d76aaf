using System.Text;
using CsrGraph.Text;

namespace CsrGraph.Sqlite.Reading;

/// <summary>
/// What a name is found by in the full-text index: each character with the next as a word, and the last alone, so that any part of a name is a row of
/// words. How it begins is a word of its own, and so is how its readings begin, in a few lengths: then even what thousands of names begin with is one
/// word, whose names the index gives one after the other, the shortest first.
/// </summary>
internal static class NameKeys
{
    private const char Name = 'α';

    // Of so many letters, each under a mark of its own. A reading that is shorter is a key as a whole.
    private static readonly (char Mark, int Length)[] Pinyin = [('β', 2), ('γ', 4), ('δ', 8), ('ε', 16)];
    private static readonly (char Mark, int Length)[] Initials = [('ζ', 2), ('η', 4)];

    /// <summary>The words that stand within a folded name, from its second character on.</summary>
    public static string Words(string folded) => Words(folded.AsSpan(First(folded)), withLast: true);

    /// <summary>The keys of how it and its readings begin.</summary>
    public static string Keys(SearchKeys keys) => string.Join(
        ' ', [Name + keys.Folded[..Second(keys.Folded)], .. keys.Pinyin.SelectMany(p => Of(Pinyin, p)).Concat(keys.Initials.SelectMany(i => Of(Initials, i))).Distinct()]);

    /// <summary>The query for names that begin with a folded text, and whether it leads to some others.</summary>
    public static (string Query, bool HasOthers) OfBeginning(string folded)
    {
        var (one, two) = (First(folded), Second(folded));
        var key = Query(Name + folded[..two], isPrefix: one == folded.Length);
        return two == folded.Length ? (key, false) : ($"{key} AND {OfPart(folded[one..])}", true);
    }

    /// <summary>The query for names that hold a folded text from their second character on.</summary>
    public static string OfPart(string folded) => First(folded) == folded.Length ? $"words : \"{folded}\" *" : $"words : \"{Words(folded, withLast: false)}\"";

    /// <summary>The same for names of which a reading begins so.</summary>
    public static (string Query, bool HasOthers) OfPinyin(string folded) => OfReading(Pinyin, folded);

    /// <summary>The same for the initials of a reading.</summary>
    public static (string Query, bool HasOthers) OfInitials(string folded) => OfReading(Initials, folded);

    private static IEnumerable<string> Of((char Mark, int Length)[] lengths, string reading) =>
        reading.Length == 0 ? [] : lengths.Select(l => l.Mark + Beginning(reading, l.Length));

    private static (string Query, bool HasOthers) OfReading((char Mark, int Length)[] lengths, string folded)
    {
        var (mark, length) = lengths.LastOrDefault(l => l.Length <= folded.Length, lengths[0]);
        return (Query(mark + Beginning(folded, length), folded.Length < length), folded.Length > length);
    }

    private static string Query(string key, bool isPrefix) => $"keys : \"{key}\"{(isPrefix ? " *" : "")}";

    private static string Beginning(string text, int length) => text.Length <= length ? text : text[..length];

    private static string Words(ReadOnlySpan<char> text, bool withLast)
    {
        var words = new StringBuilder(text.Length * 3);
        for (var rest = text; rest.Length > 0; rest = rest[First(rest)..])
        {
            var two = Second(rest);
            if (two == First(rest) && !withLast) break;
            if (words.Length > 0) words.Append(' ');
            words.Append(rest[..two]);
        }

        return words.ToString();
    }

    /// <summary>Where a text's first character ends; a character outside the basic plane is two of UTF-16.</summary>
    private static int First(ReadOnlySpan<char> text)
    {
        if (text.Length == 0) return 0;
        return text.Length > 1 && char.IsSurrogatePair(text[0], text[1]) ? 2 : 1;
    }

    /// <summary>Where its second one ends; where the first does if there is no second.</summary>
    private static int Second(ReadOnlySpan<char> text) => First(text) is var one && one < text.Length ? one + First(text[one..]) : one;
}
