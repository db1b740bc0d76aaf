using CsCheck;

namespace CsrGraph.StoreTests.Generated;

/// <summary>
/// Makes shapes. A shape is itself a generator: what it makes differs in what is compared, never in how, so that a store can answer all of it by one
/// plan.
/// </summary>
internal static class Shape
{
    /// <summary>The one shape that has these values.</summary>
    public static Gen<Gen<T>> Of<T>(Gen<T> values) => Gen.Const(values);

    /// <summary>One of the things, without a choice among generators.</summary>
    public static Gen<T> Pick<T>(IReadOnlyList<T> things) => Gen.Int[0, things.Count - 1].Select(i => things[i]);

    /// <summary>None, or this; the more often the greater the share, in a hundred.</summary>
    public static Gen<Gen<T?>> Maybe<T>(int share, Gen<Gen<T>> shape)
        where T : class =>
        Gen.Frequency<Gen<T?>>((100 - share, Gen.Const(Gen.Const((T?)null))), (share, shape.Select(values => values.Select(value => (T?)value))));

    /// <summary>Several of a shape, each for itself.</summary>
    public static Gen<Gen<IReadOnlyList<T>>> Several<T>(this Gen<Gen<T>> shape, int from, int to) => shape.List[from, to].Select(Together);

    /// <summary>Some of these, each once.</summary>
    public static Gen<IReadOnlyList<T>> Some<T>(IReadOnlyList<T> things, int from, int to) =>
        Pick(things).List[from, to].Select(some => (IReadOnlyList<T>)[.. some.Distinct()]);

    private static Gen<IReadOnlyList<T>> Together<T>(List<Gen<T>> all) => all.Aggregate(
        Gen.Const<IReadOnlyList<T>>([]),
        (some, one) => Gen.Select(some, one, (list, value) => (IReadOnlyList<T>)[.. list, value]));
}
