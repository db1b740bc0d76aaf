using System.Globalization;

namespace CsrGraph.Store;

/// <summary>Up to when change-sets count: the number of the last one, or a moment.</summary>
public readonly record struct KnownAt
{
    private KnownAt(long? number, DateTimeOffset? moment) => (Number, Moment) = (number, moment);

    /// <summary>The number of the last change-set; 0 for none. Null where a moment is given.</summary>
    public long? Number { get; }

    /// <summary>The moment; null where a number is given.</summary>
    public DateTimeOffset? Moment { get; }

    /// <summary>By the number of the last change-set.</summary>
    public static KnownAt Of(long number) => new(number, null);

    /// <summary>By a moment.</summary>
    public static KnownAt Of(DateTimeOffset moment) => new(null, moment);

    /// <summary>Reads a number, or a moment as in ISO 8601; one without an offset is in UTC, a day alone is its beginning.</summary>
    public static bool TryRead(string text, out KnownAt knownAt)
    {
        knownAt = default;
        if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)) knownAt = Of(number);
        else if (TryReadMoment(text, out var moment)) knownAt = Of(moment);
        else return false;
        return true;
    }

    /// <summary>Reads a moment as in ISO 8601; one without an offset is in UTC, a day alone is its beginning.</summary>
    public static bool TryReadMoment(string text, out DateTimeOffset moment) => DateTimeOffset.TryParse(
        text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out moment);
}
