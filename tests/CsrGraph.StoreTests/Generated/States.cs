using CsCheck;
using CsrGraph.Store;

namespace CsrGraph.StoreTests.Generated;

/// <summary>Makes the states that questions are put to.</summary>
internal static class States
{
    private static readonly Gen<long> Earlier = Gen.Frequency((1, Gen.Const(0L)), (12, Gen.Int[1, World.States - 1].Select(head => (long)head)));

    // Often the very day on which claims begin or end, or one beside it.
    private static readonly Gen<DateOnly?> Day = Gen.Select(
        Shape.Pick(Days.All), Shape.Pick(Days.Lengths), Gen.Int[-1, 1], (day, length, off) => (DateOnly?)DateOnly.FromDayNumber(day + length + off));

    /// <summary>Shapes of states: the latest or earlier ones, with a day of validity or without.</summary>
    public static Gen<Gen<AsOf>> Any { get; } =
        from isLatest in Gen.Frequency((5, true), (4, false))
        from hasDay in Gen.Frequency((2, false), (1, true))
        select Gen.Select(isLatest ? Gen.Const((long)World.States) : Earlier, hasDay ? Day : Gen.Const((DateOnly?)null), (head, day) => new AsOf(head, day));

    /// <summary>Shapes of states of which every second is the empty graph.</summary>
    public static Gen<Gen<AsOf>> OftenEmpty { get; } = Gen.Frequency(
        (1, Any), (1, Shape.Of(Gen.Const(new AsOf(0)))));
}
