using CsCheck;
using CsrGraph.Store;

namespace CsrGraph.StoreTests.Generated;

/// <summary>Which page: places are named by their number, and found in the answer without pages.</summary>
internal sealed record PageDraft(int Limit, int? After, int? Before, bool FromEnd)
{
    private static readonly Gen<int?> Place = Gen.Int[0, 30].Select(place => (int?)place);

    private static readonly Gen<int?> Nowhere = Gen.Const((int?)null);

    /// <summary>Shapes of pages.</summary>
    public static Gen<Gen<PageDraft>> Any { get; } =
        from limit in Gen.Frequency((3, Gen.Int[1, 4]), (2, Gen.Const(int.MaxValue)), (1, Gen.Const(0))).Select(Gen.Const)
        from hasAfter in Gen.Frequency((2, false), (1, true))
        from hasBefore in Gen.Frequency((2, false), (1, true))
        from fromEnd in Gen.Frequency((2, false), (1, true))
        select Gen.Select(limit, hasAfter ? Place : Nowhere, hasBefore ? Place : Nowhere, (some, after, before) => new PageDraft(some, after, before, fromEnd));

    public PageRequest Among(IReadOnlyList<Position> places)
    {
        var after = After is { } a && places.Count > 0 ? places[a % places.Count] : null;
        var before = Before is { } b && places.Count > 0 ? places[b % places.Count] : null;
        return new PageRequest(Limit, after, before, FromEnd);
    }
}
