namespace CsrGraph.StoreTests.Generated;

/// <summary>The few days that made claims begin on and that questions ask about.</summary>
internal static class Days
{
    /// <summary>By <see cref="DateOnly.DayNumber"/>.</summary>
    public static IReadOnlyList<int> All { get; } =
        [.. new[] { new DateOnly(2018, 1, 1), new DateOnly(2018, 5, 1), new DateOnly(2019, 1, 1), new DateOnly(2020, 6, 30) }.Select(d => d.DayNumber)];
}
