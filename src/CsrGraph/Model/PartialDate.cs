using System.Globalization;

namespace CsrGraph.Model;

/// <summary>How exactly a date is known.</summary>
public enum DatePrecision
{
    /// <summary>Words only: nobody can place it.</summary>
    None,

    /// <summary>A year.</summary>
    Year,

    /// <summary>A month of a year.</summary>
    Month,

    /// <summary>A day.</summary>
    Day,

    /// <summary>From one partial date to another.</summary>
    Interval,
}

/// <summary>A part of the day, where the text says it.</summary>
public enum TimeOfDay
{
    /// <summary>上午, 早.</summary>
    Morning,

    /// <summary>下午.</summary>
    Afternoon,

    /// <summary>晚.</summary>
    Evening,
}

/// <summary>
/// A date as far as it is known, never rounded: a year, a month, a day, an interval, or words alone (近日). Says whether it was inferred, and why.
/// </summary>
public sealed record PartialDate
{
    private PartialDate()
    {
    }

    /// <summary>The words as printed (8月26日晚), or null where they say no more than <see cref="Date"/>.</summary>
    public string? Text { get; private init; }

    /// <summary><c>2018</c>, <c>2023-10</c>, <c>2024-11-12</c> or <c>2017/2018-05</c>; null where there are words alone.</summary>
    public string? Date { get; private init; }

    /// <summary>Why the printed words alone do not give the date; null where they do.</summary>
    public string? Reason { get; private init; }

    /// <summary>The part of the day, where the text says it.</summary>
    public TimeOfDay? Time { get; private init; }

    /// <summary>How exactly it is known.</summary>
    public DatePrecision Precision { get; private init; }

    /// <summary>The first day that it may mean; null where there are words alone.</summary>
    public DateOnly? Earliest { get; private init; }

    /// <summary>The last day that it may mean; null where there are words alone.</summary>
    public DateOnly? Latest { get; private init; }

    /// <summary>True where a curator completed what is printed.</summary>
    public bool IsInferred => Reason is not null;

    /// <summary>Makes a date of what a curator wrote.</summary>
    /// <exception cref="FormatException">It is no date, an impossible one or a reversed interval; the message says which.</exception>
    public static PartialDate Of(string? date, string? text = null, string? reason = null, TimeOfDay? time = null)
    {
        if (date is null)
        {
            if (string.IsNullOrWhiteSpace(text)) throw new FormatException("a date needs 'date', 'text' or both");
            if (reason is not null) throw new FormatException("'inferred' says how 'date' was found, and there is none");
            return new PartialDate { Text = text, Time = time, Precision = DatePrecision.None };
        }

        var slash = date.IndexOf('/', StringComparison.Ordinal);
        var (earliest, latest, precision) = Part(slash < 0 ? date : date[..slash]);
        if (slash >= 0)
        {
            var (untilFirst, untilLast, _) = Part(date[(slash + 1)..]);
            if (untilFirst < earliest || untilLast < latest) throw new FormatException($"the interval '{date}' is reversed: it ends before it begins");
            (latest, precision) = (untilLast, DatePrecision.Interval);
        }

        return new PartialDate
        {
            Date = date,
            Text = string.IsNullOrWhiteSpace(text) ? null : text,
            Reason = string.IsNullOrWhiteSpace(reason) ? null : reason,
            Time = time,
            Precision = precision,
            Earliest = earliest,
            Latest = latest,
        };
    }

    /// <summary>The words as printed, else the date.</summary>
    public override string ToString() => Text ?? Date ?? "";

    private static (DateOnly First, DateOnly Last, DatePrecision Precision) Part(string part)
    {
        var numbers = part.Split('-');
        var shape = string.Join('-', numbers.Select(n => n.Length));
        if (shape is not ("4" or "4-2" or "4-2-2") || !numbers.All(n => n.All(char.IsAsciiDigit)))
        {
            throw new FormatException($"'{part}' is not a date: write 2018, 2023-10, 2024-11-12 or an interval such as 2017/2018");
        }

        var n = Array.ConvertAll(numbers, s => int.Parse(s, CultureInfo.InvariantCulture));
        if (n[0] < 1 || (n.Length > 1 && n[1] is < 1 or > 12) || (n.Length > 2 && (n[2] < 1 || n[2] > DateTime.DaysInMonth(n[0], n[1]))))
        {
            throw new FormatException($"'{part}' is an impossible date");
        }

        return n.Length switch
        {
            1 => (new DateOnly(n[0], 1, 1), new DateOnly(n[0], 12, 31), DatePrecision.Year),
            2 => (new DateOnly(n[0], n[1], 1), new DateOnly(n[0], n[1], DateTime.DaysInMonth(n[0], n[1])), DatePrecision.Month),
            _ => (new DateOnly(n[0], n[1], n[2]), new DateOnly(n[0], n[1], n[2]), DatePrecision.Day),
        };
    }
}
