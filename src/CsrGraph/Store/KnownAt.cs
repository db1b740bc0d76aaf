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

    /// <summary>Why a number is that of no change-set up to a head, and not 0; null where it is one.</summary>
    public static string? Refusal(long number, long head) =>
        number < 0 || number > head ? $"there is no change-set {number}: they run from 1 to {head}; 0 is before the first" : null;

    /// <summary>Reads a number, or a moment as in ISO 8601; one without an offset is in UTC, a day alone is its beginning.</summary>
    public static bool TryRead(string text, out KnownAt knownAt)
    {
        knownAt = default;
        if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)) knownAt = Of(number);
        else if (Store.Moment.TryRead(text, out var moment)) knownAt = Of(moment);
        else return false;
        return true;
    }
}
