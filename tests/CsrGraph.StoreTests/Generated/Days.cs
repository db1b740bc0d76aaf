using CsCheck;

namespace CsrGraph.StoreTests.Generated;

/// <summary>The few days that made claims begin on and that questions ask about.</summary>
internal static class Days
{
    /// <summary>By <see cref="DateOnly.DayNumber"/>.</summary>
    public static IReadOnlyList<int> All { get; } =
        [.. new[] { new DateOnly(2018, 1, 1), new DateOnly(2018, 5, 1), new DateOnly(2019, 1, 1), new DateOnly(2020, 6, 30) }.Select(d => d.DayNumber)];

    /// <summary>A day of these, or one beside it.</summary>
    public static Gen<DateOnly> Near { get; } = Gen.Select(Shape.Pick(All), Gen.Int[-1, 1], (day, off) => DateOnly.FromDayNumber(day + off));

    /// <summary>Two such days, the first not after the second, each of which may be open.</summary>
    public static Gen<(DateOnly? From, DateOnly? To)> Bounds { get; } = Gen.Select(
        Near, Near, Gen.Frequency((1, 0), (5, 1), (5, 2), (5, 3)), (a, b, open) => ((DateOnly?)(open is 0 or 1 ? null : a < b ? a : b), (DateOnly?)(open is 0 or 2 ? null : a < b ? b : a)));
}
