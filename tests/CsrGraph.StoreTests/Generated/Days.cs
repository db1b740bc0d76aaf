using CsCheck;

namespace CsrGraph.StoreTests.Generated;

/// <summary>The few days that made claims begin on and that questions ask about.</summary>
internal static class Days
{
    /// <summary>By <see cref="DateOnly.DayNumber"/>.</summary>
    public static IReadOnlyList<int> All { get; } =
        [.. new[] { new DateOnly(2018, 1, 1), new DateOnly(2018, 5, 1), new DateOnly(2019, 1, 1), new DateOnly(2020, 6, 30) }.Select(d => d.DayNumber)];

    /// <summary>How many days after the first the last day is, of claims that end.</summary>
    public static IReadOnlyList<int> Lengths { get; } = [0, 0, 1, 30, 400];

    /// <summary>A day of these, or one beside it.</summary>
    public static Gen<DateOnly> Near { get; } = Gen.Select(Shape.Pick(All), Gen.Int[-1, 1], (day, off) => DateOnly.FromDayNumber(day + off));

    /// <summary>Two such days, the first not after the second, each of which may be open.</summary>
    public static Gen<(DateOnly? From, DateOnly? To)> Bounds { get; } =
        from one in Near
        from other in Near
        from given in Gen.Frequency((1, (From: false, To: false)), (5, (From: false, To: true)), (5, (From: true, To: false)), (5, (From: true, To: true)))
        let isInOrder = one < other
        select ((DateOnly?)(!given.From ? null : isInOrder ? one : other), (DateOnly?)(!given.To ? null : isInOrder ? other : one));
}
