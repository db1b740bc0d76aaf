using System.Text.RegularExpressions;

namespace CsrGraph.Text;

/// <summary>What one rule of repair found: the units [Start, End) were read from bytes that prove <see cref="Characters"/>.</summary>
/// <param name="Start">The first unit that is replaced.</param>
/// <param name="End">The unit after the last that is replaced.</param>
/// <param name="Characters">What stood there, with the first unit that holds a part of each.</param>
internal sealed record LossProof(int Start, int End, IReadOnlyList<(char Character, int From)> Characters);

/// <summary>Restores characters whose GBK bytes were cut by a pinyin note, where the bytes and the note's syllable prove them.</summary>
internal static partial class LossRepair
{
    private const string Note = "[a-zāáǎàēéěèīíǐìōóǒòūúǔùüǖǘǚǜńňǹ]{1,6}";

    public static Passage Apply(Passage passage, ICollection<TextFlag> flags)
    {
        if (!passage.Text.Contains('?', StringComparison.Ordinal))
        {
            return passage;
        }

        var proofs = ShiftMarks().Matches(passage.Text).Select(match => ShiftRepair.Prove(passage.Text, match))
            .Concat(StraddleMarks().Matches(passage.Text).Select(match => StraddleRepair.Prove(passage.Text, match)))
            .OfType<LossProof>().OrderBy(proof => proof.Start);
        var writer = new PassageWriter(passage);
        var copied = 0;
        foreach (var proof in proofs.Where(proof => proof.Start >= copied))
        {
            writer.Copy(copied, proof.Start);
            Write(writer, proof);
            flags.Add(Flag(passage, proof));
            copied = proof.End;
        }

        writer.Copy(copied, passage.Text.Length);
        return writer.ToPassage();
    }

    private static void Write(PassageWriter writer, LossProof proof)
    {
        for (var i = 0; i < proof.Characters.Count; i++)
        {
            var (character, from) = proof.Characters[i];
            writer.Replace(from, i + 1 < proof.Characters.Count ? proof.Characters[i + 1].From : proof.End, character.ToString());
        }
    }

    private static TextFlag Flag(Passage passage, LossProof proof)
    {
        var restored = ChineseText.Simplify(string.Concat(proof.Characters.Select(pair => pair.Character)));
        var (start, end) = (passage.Starts[proof.Start], passage.Ends[proof.End - 1]);
        return new TextFlag(TextFlagKind.RepairedLoss, start, end, $"GBK bytes cut by a pinyin note, read again as {restored}", restored);
    }

    /// <summary>A lost byte, what the bytes after it were misread as, and a character cut in half by its note: ?;ヂ?lián).</summary>
    [GeneratedRegex(@"\?([^?()\s]{1,40})\?(" + Note + @")\)")]
    private static partial Regex ShiftMarks();

    /// <summary>A character and the rest of two notes, the first of them set between two characters: 日?qǐng)?bào).</summary>
    [GeneratedRegex(@"([\u4e00-\u9fff])\?(" + Note + @")\)\?(" + Note + @")\)")]
    private static partial Regex StraddleMarks();
}
