using System.Text.RegularExpressions;

namespace CsrGraph.Text;

/// <summary>
/// Finds where text seems lost though nothing proves what. Three signs: a replacement character; half a note (?lián) that no rule
/// could repair; and, near a character that carried a note, a word without its head. The last is judged by the document alone: a
/// pair of characters that everywhere else (three times or more) follows one and the same character, but once stands right after a
/// particle or a punctuation mark, as 联网 after 着 in a text that says 互联网 throughout.
/// </summary>
internal static partial class UnprovenLosses
{
    private const int MinOccurrences = 3;

    /// <summary>Words of one character that end a phrase or open one, so that a word's head would have to follow.</summary>
    private const string Particles = "的了着过地得和与及在对为是从把将被由以而或等向";

    public static IEnumerable<TextFlag> Find(NormalisedText text) => Halves(text).Concat(Headless(text)).OrderBy(flag => flag.Start);

    private static IEnumerable<TextFlag> Halves(NormalisedText text)
    {
        if (text.Text.AsSpan().IndexOfAny('?', '\uFFFD') < 0)
        {
            yield break;
        }

        foreach (Match match in Remains().Matches(text.Text))
        {
            if (match.ValueSpan[0] == '\uFFFD' || Syllable.Parse(match.Groups[1].ValueSpan) is { } syllable && syllable[^1] != '5')
            {
                var (start, end) = text.RawSpan(match.Index, match.Index + match.Length);
                yield return new TextFlag(TextFlagKind.UnprovenLoss, start, end, "a character was lost in decoding; nothing proves which");
            }
        }
    }

    private static IEnumerable<TextFlag> Headless(NormalisedText text)
    {
        if (text.RemovedNotes == 0)
        {
            yield break;
        }

        var pairs = Enumerable.Range(0, Math.Max(0, text.Text.Length - 1))
            .Where(i => Han.Is(text.Text[i]) && Han.Is(text.Text[i + 1]))
            .GroupBy(i => text.Text.Substring(i, 2));
        foreach (var places in pairs)
        {
            if (!places.Any(text.HadNote))
            {
                continue;
            }

            var alone = places.Where(i => i == 0 || OpensWord(text.Text[i - 1])).ToList();
            var heads = places.Except(alone).Select(i => text.Text[i - 1]).ToList();
            if (alone.Count == 1 && text.HadNote(alone[0]) && heads.Count >= MinOccurrences && heads.Distinct().Count() == 1)
            {
                var (start, end) = text.RawSpan(alone[0], alone[0] + 2);
                yield return new TextFlag(TextFlagKind.UnprovenLoss, start, end,
                    $"{heads[0]} may have been lost before {places.Key}: it precedes it in the other {heads.Count} places");
            }
        }
    }

    private static bool OpensWord(char before) => !Han.Is(before) || Particles.Contains(before, StringComparison.Ordinal);

    [GeneratedRegex(@"\uFFFD|\?(\p{Ll}{1,6})\)")]
    private static partial Regex Remains();
}
