using System.Globalization;
using System.Text;

namespace CsrGraph.Text;

/// <summary>Folds names and queries to the form in which they are compared.</summary>
public static class Folding
{
    /// <summary>
    /// Half-width, lower-case, simplified, and without brackets, quotation marks, spaces, dots, dashes and any other punctuation or
    /// symbol; letters, digits and marks stay. Folding twice changes nothing; the result may be empty.
    /// </summary>
    public static string Fold(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var folded = new StringBuilder(text.Length);
        foreach (var rune in WidthFolding.Fold(text).EnumerateRunes())
        {
            if (Stays(rune))
            {
                folded.Append(Rune.ToLowerInvariant(rune).ToString());
            }
        }

        return ChineseText.Simplify(folded.ToString());
    }

    private static bool Stays(Rune rune) => Rune.GetUnicodeCategory(rune) is
        UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter
        or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter or UnicodeCategory.NonSpacingMark
        or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark or UnicodeCategory.DecimalDigitNumber
        or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber or UnicodeCategory.PrivateUse;
}
