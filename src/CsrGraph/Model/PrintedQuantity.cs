using System.Globalization;
using System.Text.RegularExpressions;

namespace CsrGraph.Model;

/// <summary>
/// A number as Chinese print has it: <c>10.92亿人</c> is exactly 1 092 000 000 人, <c>1870余万</c> more than 18 700 000, <c>约40家</c> about 40 家,
/// <c>六家</c> exactly 6 家, <c>77.5%</c> exactly 77.5 %.
/// </summary>
/// <param name="Min">The least that it may mean.</param>
/// <param name="Max">The greatest, or null where it is open (余, 超过, 以上).</param>
/// <param name="Kind">EXACT, AT_LEAST, MORE_THAN or ABOUT. ABOUT has the printed number as both bounds.</param>
/// <param name="Unit">The measure word or sign after it, or null.</param>
public sealed partial record PrintedQuantity(decimal Min, decimal? Max, string Kind, string? Unit)
{
    private const string Digits = "〇一二三四五六七八九";

    /// <summary>Reads a printed quantity.</summary>
    /// <exception cref="FormatException">There is no number in it, or it is too large.</exception>
    public static PrintedQuantity Parse(string printed)
    {
        var match = Shape().Match(printed.Trim());
        if (!match.Success) throw Unreadable(printed);
        try
        {
            var first = Value(match.Groups["number"].Value, match.Groups["scale"].Value);
            var until = match.Groups["until"];
            var last = until.Success ? Value(until.Value, match.Groups["scale"].Value) : first;
            if (last < first) throw new FormatException($"'{printed}' is reversed: it ends below its beginning");
            var kind = KindOf(match.Groups["before"].Value, match.Groups["more"].Success, match.Groups["after"].Value);
            var unit = match.Groups["unit"].Value;
            return new PrintedQuantity(first, kind is "MORE_THAN" or "AT_LEAST" ? null : last, kind, unit.Length == 0 ? null : unit);
        }
        catch (OverflowException)
        {
            throw new FormatException($"'{printed}' is too large a number");
        }
    }

    private static string KindOf(string before, bool more, string after) => (before, after) switch
    {
        ("超过" or "超" or "逾" or "多于" or "突破", _) => "MORE_THAN",
        ("至少" or "不少于" or "不低于", _) => "AT_LEAST",
        (_, "以上") => "AT_LEAST",
        _ when more => "MORE_THAN",
        ("约" or "大约" or "近" or "将近" or "接近", _) or (_, "左右" or "上下") => "ABOUT",
        _ => "EXACT",
    };

    private static decimal Value(string number, string scale)
    {
        var value = char.IsAsciiDigit(number[0])
            ? decimal.Parse(number.Replace(",", "", StringComparison.Ordinal), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture)
            : ChineseNumeral(number);
        return scale.Aggregate(value, (product, c) => product * Scale(c));
    }

    private static decimal Scale(char c) => c switch { '十' => 10, '百' => 100, '千' => 1_000, '万' => 10_000, _ => 100_000_000 };

    // 二百三十五, 十二, 六, 两: a digit before each scale, one where there is none; a digit alone is not positional (二〇一八 is no quantity).
    private static decimal ChineseNumeral(string text)
    {
        decimal total = 0, digit = 0;
        foreach (var c in text)
        {
            if (c is '十' or '百' or '千')
            {
                total += (digit == 0 ? 1 : digit) * Scale(c);
                digit = 0;
            }
            else
            {
                if (digit != 0) throw Unreadable(text);
                digit = c == '两' ? 2 : Digits.IndexOf(c, StringComparison.Ordinal);
            }
        }

        return total + digit;
    }

    private static FormatException Unreadable(string printed) =>
        new($"'{printed}' is not a printed quantity: write the number with its unit as printed, such as 10.92亿人, 1870余万, 44家, 六家 or 77.5%");

    [GeneratedRegex(@"^(?<before>超过|超|逾|多于|突破|至少|不少于|不低于|大约|约|将近|接近|近|达)?(?<number>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|[〇一二三四五六七八九十百千两]+)(?:[-–—~至到](?<until>\d+(?:\.\d+)?))?(?<more>余|多|几)?(?<scale>[十百千]?[万亿]{0,2})(?<more>余|多)?(?<unit>[^\d\s]{0,4}?)(?<after>以上|左右|上下)?$")]
    private static partial Regex Shape();
}
