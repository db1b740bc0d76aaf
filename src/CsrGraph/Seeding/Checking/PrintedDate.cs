using System.Globalization;
using System.Text.RegularExpressions;
using CsrGraph.Model;

namespace CsrGraph.Seeding.Checking;

/// <summary>Compares a date with the words that print it.</summary>
internal static partial class PrintedDate
{
    private const string Digits = "〇一二三四五六七八九";

    /// <summary>What is wrong between a date and its printed words, or null: a number that differs, or one that nobody printed and no reason explains.</summary>
    public static string? Disagreement(PartialDate date)
    {
        if (date.Date is null || date.Text is null) return null;
        var printed = Ascii(date.Text);
        return Part(date, "year", 0, Numbers(Years(), printed)) ?? Part(date, "month", 1, Numbers(Months(), printed)) ?? Part(date, "day", 2, Numbers(Days(), printed));
    }

    /// <summary>The ways in which a date without words of its own may be printed, folded.</summary>
    public static IEnumerable<string> Forms(PartialDate date)
    {
        if (date.Text is not null) return [Wording.Fold(date.Text)];
        var parts = (date.Date ?? "").Split('/');
        return parts.Select(Parts).SelectMany(n => n.Length switch
        {
            1 => new[] { $"{n[0]}" },
            2 => [$"{n[0]}年{n[1]}月", $"{n[0]}-{n[1]:00}", $"{n[0]}.{n[1]}"],
            _ => [$"{n[0]}年{n[1]}月{n[2]}日", $"{n[0]}-{n[1]:00}-{n[2]:00}", $"{n[0]}.{n[1]}.{n[2]}"],
        });
    }

    private static string? Part(PartialDate date, string what, int index, HashSet<int> printed)
    {
        var ours = date.Date!.Split('/').Select(Parts).Where(n => n.Length > index).Select(n => n[index]).ToHashSet();
        if (ours.Count == 0) return null;
        if (printed.Count == 0) return date.IsInferred ? null : $"'{date.Text}' prints no {what}, and nothing says how {date.Date} was found";
        return printed.Overlaps(ours) ? null : $"the date {date.Date} is not the {what} that '{date.Text}' prints";
    }

    private static int[] Parts(string date) => Array.ConvertAll(date.Split('-'), n => int.Parse(n, CultureInfo.InvariantCulture));

    private static HashSet<int> Numbers(Regex shape, string text) => [.. shape.Matches(text).Select(m => int.Parse(m.ValueSpan, CultureInfo.InvariantCulture))];

    private static string Ascii(string text) => ChineseNumbers().Replace(Wording.Fold(text), m => Number(m.Value));

    // 二〇二四 is read digit by digit, 二十六 as a number.
    private static string Number(string chinese)
    {
        var ten = chinese.IndexOf('十', StringComparison.Ordinal);
        if (ten < 0) return string.Concat(chinese.Select(Digit));
        var tens = ten == 0 ? 1 : Digit(chinese[ten - 1]);
        var ones = ten == chinese.Length - 1 ? 0 : Digit(chinese[ten + 1]);
        return ((tens * 10) + ones).ToString(CultureInfo.InvariantCulture);
    }

    private static int Digit(char c) => c == '零' ? 0 : Digits.IndexOf(c, StringComparison.Ordinal);

    [GeneratedRegex("[〇零一二三四五六七八九十]+(?=[年月日])")]
    private static partial Regex ChineseNumbers();

    [GeneratedRegex(@"(?<!\d)\d{4}(?!\d)")]
    private static partial Regex Years();

    [GeneratedRegex(@"(?<!\d)\d{1,2}(?=月)|(?<=\d{4}[-./])\d{1,2}(?!\d)")]
    private static partial Regex Months();

    [GeneratedRegex(@"(?<!\d)\d{1,2}(?=[日号])|(?<=\d{4}[-./]\d{1,2}[-./])\d{1,2}(?!\d)")]
    private static partial Regex Days();
}
