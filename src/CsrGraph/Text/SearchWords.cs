using System.Text;

namespace CsrGraph.Text;

/// <summary>Splits folded text where search does: runs of Han characters, of digits, and of all other letters.</summary>
internal static class SearchWords
{
    private enum Kind
    {
        Letters,
        Digits,
        Han,
    }

    /// <summary>Each run in order, with whether it is of Han characters.</summary>
    public static IEnumerable<(string Word, bool IsHan)> Of(string folded)
    {
        for (var i = 0; i < folded.Length;)
        {
            var end = EndOfWord(folded, i);
            yield return (folded[i..end], KindAt(folded, i, out _) == Kind.Han);
            i = end;
        }
    }

    /// <summary>Where the run that begins at <paramref name="start"/> ends.</summary>
    public static int EndOfWord(string folded, int start)
    {
        var kind = KindAt(folded, start, out var end);
        while (start + end < folded.Length && KindAt(folded, start + end, out var length) == kind)
        {
            end += length;
        }

        return start + end;
    }

    private static Kind KindAt(string folded, int place, out int length)
    {
        Rune.DecodeFromUtf16(folded.AsSpan(place), out var rune, out length);
        return Han.Is(rune) ? Kind.Han : Rune.IsDigit(rune) ? Kind.Digits : Kind.Letters;
    }
}
