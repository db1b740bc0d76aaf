using System.Text;

namespace CsrGraph.Text;

/// <summary>Chooses a half-lost character by the syllable of its note.</summary>
internal static class HalfLost
{
    /// <summary>
    /// The one candidate that is read <paramref name="syllable"/>. Of several, the one that the text uses elsewhere; null where
    /// that leaves none, or more than one word in simplified characters.
    /// </summary>
    public static char? Find(string text, IEnumerable<char?> candidates, string syllable)
    {
        var read = candidates.Where(candidate => IsRead(candidate, syllable)).Select(candidate => candidate!.Value).Distinct().ToList();
        if (read.Select(Simplified).Distinct().Count() > 1)
        {
            read.RemoveAll(candidate => !text.Contains(candidate, StringComparison.Ordinal));
        }

        return read.Select(Simplified).Distinct().Count() == 1 ? read[0] : null;
    }

    public static bool IsRead(char? character, string syllable) =>
        character is { } known && Rune.TryCreate(known, out var rune) && Han.Is(rune) && HanReadings.Has(rune, syllable);

    private static string Simplified(char character) => ChineseText.Simplify(character.ToString());
}
