using CsCheck;
using CsrGraph.Model;
using CsrGraph.Store;

namespace CsrGraph.StoreTests.Generated;

/// <summary>Makes conditions whose values come from the world that they are put to, so that they often hold.</summary>
internal sealed class FilterGen
{
    private static readonly Gen<TextComparison> Comparison = Gen.Enum<TextComparison>();

    private static readonly Gen<(DateOnly?, DateOnly?)> Bounds = Gen.Select(Day(), Day(), (a, b) => a > b ? (b, a) : (a, b));

    private readonly Gen<EntityFilter> plainEntity;

    public FilterGen(World world)
    {
        var entities = world.Entities.SelectMany(e => new[] { e.First, e.Second }).ToArray();
        var ids = entities.Select(e => e.Id.Value).Distinct().ToArray();
        var claims = world.Claims.Select(c => c.Claim).ToArray();
        var relations = claims.Where(c => c.Kind == ClaimKind.Relation).ToArray();
        Relations = Gen.Select(Gen.OneOf(relations), Gen.Bool, (claim, fromSubject) => KeyOf(claim, fromSubject));
        var name = Part(entities.Select(e => e.Name).ToArray());
        plainEntity = Gen.OneOf<EntityFilter>(
            Gen.OneOf(ids).List[0, 12].Select(some => new EntityFilter.IdIn([.. some.Distinct()])),
            Gen.OneOf(entities.Select(e => e.Kind).ToArray()).List[0, 3].Select(some => new EntityFilter.KindIn([.. some.Distinct()])),
            Gen.OneOf("COMPANY", "MEDIA", "OTHER", "PARTY_ORGAN").List[0, 2].Select(some => new EntityFilter.CategoryIn([.. some.Distinct()])),
            Gen.Select(Comparison, name, (comparison, text) => new EntityFilter.NameText(comparison, text)),
            Gen.Select(
                Gen.OneOf(DocumentProperty.Language, DocumentProperty.Publisher), Comparison, Gen.OneOf("zh", "z", "org:", "0", "e"),
                (property, comparison, text) => new EntityFilter.PropertyText(property, comparison, text)),
            Gen.OneOf("zh", "en", "fr").List[0, 2].Select(some => new EntityFilter.PropertyIn(DocumentProperty.Language, [.. some.Distinct()])),
            Bounds.Select(b => new EntityFilter.DateOverlaps(b.Item1, b.Item2)),
            Gen.OneOf("category", "date", DocumentProperty.Language, DocumentProperty.Publisher).Select(field => new EntityFilter.Missing(field)));

        var qualifiers = claims.SelectMany(c => c.Qualifiers).DefaultIfEmpty(KeyValuePair.Create("title", "x")).ToArray();
        var qualifier = Gen.OneOf(qualifiers);
        var plainClaim = Gen.OneOf<ClaimFilter>(
            Gen.Enum<ClaimKind>().List[0, 3].Select(some => new ClaimFilter.KindIn([.. some.Distinct()])),
            Gen.OneOf(claims.Select(c => c.Type).ToArray()).List[0, 3].Select(some => new ClaimFilter.TypeIn([.. some.Distinct()])),
            Gen.OneOf(claims.Select(c => c.Subject.Value).ToArray()).List[0, 6].Select(some => new ClaimFilter.SubjectIn([.. some.Distinct()])),
            Gen.OneOf(relations.Select(c => c.Object!.Value.Value).ToArray()).List[0, 6].Select(some => new ClaimFilter.ObjectIn([.. some.Distinct()])),
            Gen.Select(qualifier, Comparison, Gen.Int[0, 3], (pair, comparison, from) => new ClaimFilter.QualifierText(
                pair.Key, comparison, comparison == TextComparison.Contains ? pair.Value[Math.Min(from, pair.Value.Length)..] : pair.Value)),
            Gen.Select(qualifier, qualifier, (one, other) => new ClaimFilter.QualifierIn(
                one.Key, one.Value == other.Value ? [one.Value] : [one.Value, other.Value])),
            qualifier.Select(pair => new ClaimFilter.QualifierMissing(pair.Key)),
            Bounds.Select(b => new ClaimFilter.FromDayWithin(b.Item1, b.Item2)),
            Gen.Const(new ClaimFilter.FromDayMissing()));
        Claim = Gen.Recursive<ClaimFilter>((depth, inner) => depth > 2 ? plainClaim : Gen.Frequency<ClaimFilter>(
            (6, plainClaim),
            (1, inner.List[0, 3].Select(some => new ClaimFilter.All(some))),
            (1, inner.List[0, 3].Select(some => new ClaimFilter.Any(some))),
            (1, inner.Select(one => new ClaimFilter.Not(one)))));
        Entity = Gen.Recursive<EntityFilter>((depth, inner) => depth > 3 ? plainEntity : Gen.Frequency<EntityFilter>(
            (6, plainEntity),
            (1, inner.List[0, 3].Select(some => new EntityFilter.All(some))),
            (1, inner.List[0, 3].Select(some => new EntityFilter.Any(some))),
            (1, inner.Select(one => new EntityFilter.Not(one))),
            (3, Gen.Select(Relations, Gen.Bool, Maybe(inner), Maybe(Claim), (key, none, far, edge) => new EntityFilter.Related(key, none, far, edge)))));
    }

    public Gen<EntityFilter> Entity { get; }

    public Gen<ClaimFilter> Claim { get; }

    /// <summary>Relation types that the world has, from either end.</summary>
    public Gen<RelationKey> Relations { get; }

    public static Gen<T?> Maybe<T>(Gen<T> gen)
        where T : class => Gen.Frequency<T?>((1, Gen.Const((T?)null)), (1, gen.Select(value => (T?)value)));

    /// <summary>A text from within one of these.</summary>
    public static Gen<string> Part(string[] texts) => Gen.Select(
        Gen.OneOf(texts), Gen.Int[0, 4], Gen.Int[1, 4], (text, from, length) => text[Math.Min(from, text.Length - 1)..Math.Min(text.Length, from + length)])
        .Where(text => !text.Any(char.IsSurrogate));

    private static Gen<DateOnly?> Day() => Gen.Select(
        Gen.Int[0, 5], Gen.Int[-1, 1], (at, off) => at >= Days.All.Count ? (DateOnly?)null : DateOnly.FromDayNumber(Days.All[at] + off));

    private static RelationKey KeyOf(Claim claim, bool fromSubject) =>
        WorldGen.IsSymmetric(claim.Type) ? new(claim.Type, RelationEnd.Either) : new(claim.Type, fromSubject ? RelationEnd.Subject : RelationEnd.Object);
}
