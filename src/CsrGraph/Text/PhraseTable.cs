using System.Diagnostics.CodeAnalysis;

namespace CsrGraph.Text;

/// <summary>A dictionary of phrases that is asked for the longest one that begins at a place in a text.</summary>
internal sealed class PhraseTable<TValue>
{
    private readonly Dictionary<string, TValue> phrases;
    private readonly Dictionary<string, TValue>.AlternateLookup<ReadOnlySpan<char>> lookup;
    private readonly byte[] longest = new byte[char.MaxValue + 1];

    public PhraseTable(IEnumerable<KeyValuePair<string, TValue>> rows)
    {
        phrases = new Dictionary<string, TValue>(StringComparer.Ordinal);
        foreach (var (phrase, value) in rows)
        {
            if (phrases.TryAdd(phrase, value))
            {
                longest[phrase[0]] = (byte)Math.Max(longest[phrase[0]], phrase.Length);
            }
        }

        lookup = phrases.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public IEnumerable<KeyValuePair<string, TValue>> Phrases => phrases;

    /// <summary>Whether a phrase begins with <paramref name="first"/>.</summary>
    public bool Begins(char first) => longest[first] > 0;

    /// <summary>The longest phrase at the start of <paramref name="text"/>; its length in UTF-16 units, or 0 and no value.</summary>
    public int Match(ReadOnlySpan<char> text, [MaybeNull] out TValue value)
    {
        for (var length = Math.Min(longest[text[0]], text.Length); length > 0; length--)
        {
            if (lookup.TryGetValue(text[..length], out value))
            {
                return length;
            }
        }

        value = default;
        return 0;
    }
}
