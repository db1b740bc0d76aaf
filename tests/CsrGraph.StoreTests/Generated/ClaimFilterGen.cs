using CsCheck;
using CsrGraph.Model;
using CsrGraph.Store;

namespace CsrGraph.StoreTests.Generated;

/// <summary>Makes conditions on claims whose values come from the claims that they are put to, so that they often hold.</summary>
internal sealed class ClaimFilterGen
{
    private static readonly Gen<TextComparison> Comparison = Gen.Enum<TextComparison>();

    private readonly Gen<Gen<ClaimFilter>> plain;

    public ClaimFilterGen(IReadOnlyList<Claim> claims)
    {
        var objects = claims.Select(c => c.Object?.Value ?? "org:nobody").ToList();
        var pairs = claims.SelectMany(c => c.Qualifiers).DefaultIfEmpty(KeyValuePair.Create("title", "x")).ToLookup(q => q.Key, q => q.Value);
        var name = Shape.Pick(pairs.Select(p => p.Key).ToList());
        plain = Gen.Frequency<Gen<ClaimFilter>>(
            (2, Shape.Of(Shape.Some(Enum.GetValues<ClaimKind>(), 1, 4).Select(ClaimFilter (some) => new ClaimFilter.KindIn(some)))),
            (2, Shape.Of(Shape.Some(claims.Select(c => c.Type).Append("NOTHING").ToList(), 0, 3).Select(ClaimFilter (some) => new ClaimFilter.TypeIn(some)))),
            (2, Shape.Of(Shape.Some(claims.Select(c => c.Subject.Value).ToList(), 0, 5).Select(ClaimFilter (some) => new ClaimFilter.SubjectIn(some)))),
            (2, Shape.Of(Shape.Some(objects, 0, 5).Select(ClaimFilter (some) => new ClaimFilter.ObjectIn(some)))),
            (5, from key in name from comparison in Comparison select Text(key, comparison, pairs[key].ToList())),
            (2, name.Select(key => Shape.Some(pairs[key].ToList(), 0, 3).Select(ClaimFilter (some) => new ClaimFilter.QualifierIn(key, some)))),
            (2, name.Select(key => Gen.Const<ClaimFilter>(new ClaimFilter.QualifierMissing(key)))),
            (6, Shape.Of(Days.Bounds.Select(ClaimFilter (b) => new ClaimFilter.FromDayWithin(b.From, b.To)))),
            (3, Shape.Of(Gen.Const<ClaimFilter>(new ClaimFilter.FromDayMissing()))));
    }

    /// <summary>Shapes of conditions.</summary>
    public Gen<Gen<ClaimFilter>> Filters(int depth = 0) => depth > 1 ? plain : Gen.Frequency<Gen<ClaimFilter>>(
        (6, plain),
        (1, Filters(depth + 1).Several(0, 3).Select(several => several.Select(ClaimFilter (some) => new ClaimFilter.All(some)))),
        (1, Filters(depth + 1).Several(0, 3).Select(several => several.Select(ClaimFilter (some) => new ClaimFilter.Any(some)))),
        (1, Filters(depth + 1).Select(inner => inner.Select(ClaimFilter (one) => new ClaimFilter.Not(one)))));

    private static Gen<ClaimFilter> Text(string key, TextComparison comparison, List<string> values) =>
        Texts.Like(values, comparison).Select(ClaimFilter (text) => new ClaimFilter.QualifierText(key, comparison, text));
}
