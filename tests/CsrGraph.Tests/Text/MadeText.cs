using CsCheck;

namespace CsrGraph.Tests.Text;

/// <summary>Generated text of the kinds that articles hold: Han in both scripts, notes, broken notes, anything at all.</summary>
internal static class MadeText
{
    private static readonly string[] Pieces =
    [
        "聯(lián)", "網(wǎng)", "著", "隨著", "著名", "乾", "乾隆", "乾佑縣", "么", "麼", "幺", "瞭", "瞭望", "發(fā)", "髮", "后", "後",
        "(第五屆)", "(lián)", "(lián)(lián)", "?;ヂ?lián)", "?qǐng)?bào)", "日?qǐng)?bào)", "?", "?lián)", "。", "“", "”", "\n", "(", ")",
        "行", "长", "重", "Ａ", "　", "e", "\u0301", "360", "豈", "𠼞", "\uD840", "\uDC00", "徵", "昇", "裡", "裏", "喫", "吃", "只", "隻", "於", "藉",
    ];

    public static readonly Gen<string> Any = Gen.Frequency(
        (6, Gen.OneOf(Pieces)),
        (2, Gen.Char['\u4e00', '\u9fff'].Select(unit => unit.ToString())),
        (1, Gen.Char.Select(unit => unit.ToString()))).Array[0, 30].Select(string.Concat);
}
