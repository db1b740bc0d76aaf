using System.Text.RegularExpressions;

namespace CsrGraph.Text;

/// <summary>
/// A note set between two characters, on the character that the end of the first and the beginning of the second make together:
/// 日報 is C8D5 88F3, D588 is 請, so 日?qǐng)?bào). Restores the second character: with the first one's last byte it makes a
/// character read as the first note says, and alone one read as the second says.
/// </summary>
internal static class StraddleRepair
{
    /// <summary>The proof for a <paramref name="match"/> of (character before, first syllable, second syllable), or null.</summary>
    public static LossProof? Prove(string text, Match match)
    {
        Span<byte> before = stackalloc byte[2];
        if (Syllable.Parse(match.Groups[2].ValueSpan) is not { } straddling || Syllable.Parse(match.Groups[3].ValueSpan) is not { } second
            || !Gbk.TryEncode(match.Groups[1].ValueSpan[0], before) || !Gbk.IsLead(before[1]))
        {
            return null;
        }

        var end = before[1];
        var candidates = Gbk.Trails
            .Where(lead => Gbk.IsLead(lead) && HalfLost.IsRead(Gbk.Decode(end, lead), straddling))
            .SelectMany(lead => Gbk.Trails.Select(trail => Gbk.Decode(lead, trail)));
        return HalfLost.Find(text, candidates, second) is { } character
            ? new LossProof(match.Index + 1, match.Index + match.Length, [(character, match.Index + 1)])
            : null;
    }
}
