using System.Globalization;

namespace CsrGraph.Store;

/// <summary>Moments as the API, exports and citations write them.</summary>
public static class Moment
{
    /// <summary>A moment in UTC, <c>2025-01-20T09:30:00Z</c>, with as many digits behind the seconds as it has.</summary>
    public static string Say(DateTimeOffset moment) => moment.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture);

    /// <summary>Reads a moment as in ISO 8601; one without an offset is in UTC, a day alone is its beginning.</summary>
    public static bool TryRead(string text, out DateTimeOffset moment) => DateTimeOffset.TryParse(
        text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out moment);
}
