using CsCheck;
using CsrGraph.Store;

namespace CsrGraph.StoreTests.Generated;

/// <summary>Makes texts to compare with.</summary>
internal static class Texts
{
    /// <summary>A text that compares so with one of these, and now and then one that may not.</summary>
    public static Gen<string> Like(IReadOnlyList<string> texts, TextComparison comparison) => Gen.Frequency(
        (2, comparison switch
        {
            TextComparison.Equal => Shape.Pick(texts),
            TextComparison.StartsWith => Gen.Select(Shape.Pick(texts), Gen.Int[0, 4], (text, length) => Whole(text, text[..Math.Min(text.Length, length)])),
            _ => Part(texts),
        }),
        (1, Part(texts)));

    /// <summary>A text from within one of these.</summary>
    public static Gen<string> Part(IReadOnlyList<string> texts) => Gen.Select(
        Shape.Pick(texts),
        Gen.Int[0, 4],
        Gen.Int[1, 4],
        (text, from, length) => Whole(text, text[Math.Min(from, text.Length - 1)..Math.Min(text.Length, from + length)]));

    // A character that takes two places in a text is not cut through.
    private static string Whole(string text, string part) => part.Any(char.IsSurrogate) ? text : part;
}
