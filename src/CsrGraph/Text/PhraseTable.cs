using System.Diagnostics.CodeAnalysis;

namespace CsrGraph.Text;

/// <summary>A dictionary of phrases that is asked for the longest one that begins at a place in a text.</summary>
internal sealed class PhraseTable<TValue>
{
    private readonly Dictionary<string, TValue>.AlternateLookup<ReadOnlySpan<char>> phrases =
        new Dictionary<string, TValue>(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    private readonly byte[] longest = new byte[char.MaxValue + 1];

    /// <summary>Adds a phrase; of two with the same key the first stays.</summary>
    public void Add(string phrase, TValue value)
    {
        if (phrases.Dictionary.TryAdd(phrase, value))
        {
            longest[phrase[0]] = (byte)Math.Max(longest[phrase[0]], phrase.Length);
        }
    }

    /// <summary>The length of the longest phrase that begins with <paramref name="first"/>; 0 where none does.</summary>
    public int Longest(char first) => longest[first];

    /// <summary>The longest phrase at the start of <paramref name="text"/>; its length in UTF-16 units, or 0 and no value.</summary>
    public int Match(ReadOnlySpan<char> text, [MaybeNull] out TValue value)
    {
        for (var length = Math.Min(longest[text[0]], text.Length); length > 0; length--)
        {
            if (phrases.TryGetValue(text[..length], out value))
            {
                return length;
            }
        }

        value = default;
        return 0;
    }
}
