using System.Text;

namespace CsrGraph.Text;

/// <summary>
/// Drops injected pinyin notes, as in 聯(lián)網(wǎng): parentheses whose syllable, tone included, is a reading of the Han character
/// before them, or of its simplified form. Any other parenthesis stays: (第五届), (天雨). The note's raw range joins its character's.
/// </summary>
internal static class PinyinNotes
{
    public static Passage Remove(Passage passage, ref int removed)
    {
        var text = passage.Text;
        var writer = new PassageWriter(passage);
        var copied = 0;
        for (var open = text.IndexOf('('); open >= 0; open = text.IndexOf('(', open + 1))
        {
            if (open == 0 || !Han.EndsAt(text, open, out var character))
            {
                continue;
            }

            var end = open;
            for (var next = EndOfNote(text, end, character); next > 0; next = EndOfNote(text, end, character))
            {
                end = next;
                removed++;
            }

            if (end > open)
            {
                writer.Copy(copied, open);
                writer.Extend(end);
                copied = end;
                open = end - 1;
            }
        }

        if (copied == 0)
        {
            return passage;
        }

        writer.Copy(copied, text.Length);
        return writer.ToPassage();
    }

    /// <summary>Where the note of <paramref name="character"/> that opens at <paramref name="open"/> ends; 0 if there is none.</summary>
    private static int EndOfNote(string text, int open, Rune character)
    {
        if (open >= text.Length || text[open] != '(')
        {
            return 0;
        }

        var close = open + 1;
        while (close < text.Length && Syllable.IsLetter(text[close]))
        {
            close++;
        }

        var proven = close < text.Length && text[close] == ')'
            && Syllable.Parse(text.AsSpan(open + 1, close - open - 1)) is { } syllable
            && (HanReadings.Has(character, syllable) || HanReadings.Has(Simplified(character), syllable));
        return proven ? close + 1 : 0;
    }

    private static Rune Simplified(Rune character)
    {
        Rune.DecodeFromUtf16(ChineseText.Simplify(character.ToString()), out var simplified, out _);
        return simplified;
    }
}
