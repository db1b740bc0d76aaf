using CsCheck;
using CsrGraph.Model;
using CsrGraph.Store;
using CsrGraph.Vocabulary;

namespace CsrGraph.StoreTests.Generated;

/// <summary>Makes conditions on entities whose values come from the world that they are put to, so that they often hold.</summary>
internal sealed class EntityFilterGen
{
    private static readonly Gen<TextComparison> Comparison = Gen.Enum<TextComparison>();

    private static readonly string[] Categories = ["COMPANY", "MEDIA", "OTHER", "PARTY_ORGAN"];

    private static readonly string[] Languages = ["zh", "en", "fr"];

    private static readonly string[] Publishers = ["org:e0", "org:e1", "org:e9"];

    private readonly ILookup<string, Entity> byKind;
    private readonly Claim[] relations;
    private readonly Dictionary<EntityId, string> kinds;
    private readonly Dictionary<string, ClaimFilterGen> byType;

    public EntityFilterGen(World world)
    {
        byKind = world.Entities.SelectMany(e => new[] { e.First, e.Second }).ToLookup(e => e.Kind);
        relations = [.. world.Claims.Select(c => c.Claim).Where(c => c.Kind == ClaimKind.Relation)];
        kinds = world.Entities.ToDictionary(e => e.First.Id, e => e.First.Kind);
        byType = relations.GroupBy(c => c.Type).ToDictionary(g => g.Key, g => new ClaimFilterGen([.. g]));
    }

    /// <summary>The kind of an entity.</summary>
    public string KindOf(EntityId id) => kinds[id];

    /// <summary>Shapes of conditions on the claims of a relation type.</summary>
    public Gen<Gen<ClaimFilter>> Edges(string type) => byType[type].Filters();

    /// <summary>Relations that entities of these kinds have, with the kinds at the other end.</summary>
    public Gen<(RelationKey Key, IReadOnlyList<string> Far)> Relations(IReadOnlyList<string> near)
    {
        var ends = relations.SelectMany(c => new[] { (Claim: c, FromSubject: true), (Claim: c, FromSubject: false) }).ToList();
        var had = ends.Where(e => near.Contains(kinds[e.FromSubject ? e.Claim.Subject : e.Claim.Object!.Value])).ToList();
        return Shape.Pick(had.Count > 0 ? had : ends).Select(e => (KeyOf(e.Claim, e.FromSubject), FarKinds(e.Claim.Type, e.FromSubject)));
    }

    /// <summary>A relation of a claim, seen from one of its ends.</summary>
    public static RelationKey KeyOf(Claim claim, bool fromSubject) =>
        WorldGen.IsSymmetric(claim.Type) ? new(claim.Type, RelationEnd.Either) : new(claim.Type, fromSubject ? RelationEnd.Subject : RelationEnd.Object);

    /// <summary>The kinds that are found at the other end of relations of a type.</summary>
    public IReadOnlyList<string> FarKinds(string type, bool fromSubject) =>
        [.. relations.Where(c => c.Type == type).Select(c => kinds[fromSubject ? c.Object!.Value : c.Subject]).Distinct()];

    /// <summary>Shapes of conditions on entities of these kinds.</summary>
    public Gen<Gen<EntityFilter>> Filters(IReadOnlyList<string> of, int depth = 0)
    {
        var plain = Plain([.. of.SelectMany(kind => byKind[kind])], of);
        if (depth > 1) return plain;
        var inner = Gen.Const(0).SelectMany(_ => Filters(of, depth + 1));
        return Gen.Frequency<Gen<EntityFilter>>(
            (10, plain),
            (2, inner.Several(0, 3).Select(several => several.Select(EntityFilter (some) => new EntityFilter.All(some)))),
            (2, inner.Several(0, 3).Select(several => several.Select(EntityFilter (some) => new EntityFilter.Any(some)))),
            (2, inner.Select(filter => filter.Select(EntityFilter (one) => new EntityFilter.Not(one)))),
            (4, Related(of, depth)));
    }

    private Gen<Gen<EntityFilter>> Related(IReadOnlyList<string> of, int depth) =>
        from relation in Relations(of)
        from none in Gen.Bool
        from far in Shape.Maybe(50, Filters(relation.Far, depth + 1))
        from edge in Shape.Maybe(50, Edges(relation.Key.Type))
        select Gen.Select(far, edge, EntityFilter (f, e) => new EntityFilter.Related(relation.Key, none, f, e));

    private static string[] Values(string property) => property == DocumentProperty.Language ? Languages : Publishers;

    // What a kind never has is missing of all of it: now and then that is asked too.
    private static Gen<string> Missing(IReadOnlyList<string> of) => Gen.Frequency(
        (of.Contains("ORGANISATION") ? 6 : 1, "category"),
        (2, "date"),
        (of.Contains(KindDefinition.Document) ? 6 : 1, DocumentProperty.Language),
        (of.Contains(KindDefinition.Document) ? 6 : 1, DocumentProperty.Publisher));

    private static Gen<Gen<EntityFilter>> Plain(IReadOnlyList<Entity> entities, IReadOnlyList<string> of)
    {
        var ids = entities.Select(e => e.Id.Value).Append("org:nobody").ToList();
        var names = entities.Select(e => e.Name).ToList();
        var properties = entities.SelectMany(e => e.Properties.Select(p => p.Key)).DefaultIfEmpty(DocumentProperty.Language);
        var property = Shape.Pick(properties.ToList());
        var (ofCategory, ofProperty) = (of.Contains("ORGANISATION") ? 4 : 1, of.Contains(KindDefinition.Document) ? 12 : 1);
        return Gen.Frequency<Gen<EntityFilter>>(
            (2, Shape.Of(Shape.Some(ids, 0, 12).Select(EntityFilter (some) => new EntityFilter.IdIn(some)))),
            (2, Shape.Of(Shape.Some([.. of, "PLEDGE"], 0, 3).Select(EntityFilter (some) => new EntityFilter.KindIn(some)))),
            (ofCategory, Shape.Of(Shape.Some(Categories, 0, 2).Select(EntityFilter (some) => new EntityFilter.CategoryIn(some)))),
            (6, Comparison.Select(c => Texts.Like(names, c).Select(EntityFilter (text) => new EntityFilter.NameText(c, text)))),
            (3 * ofProperty, Gen.Select(property, Comparison, Property)),
            (ofProperty, property.Select(name => Shape.Some(Values(name), 0, 2).Select(EntityFilter (some) => new EntityFilter.PropertyIn(name, some)))),
            (5, Shape.Of(Days.Bounds.Select(EntityFilter (b) => new EntityFilter.DateOverlaps(b.From, b.To)))),
            (6, Missing(of).Select(field => Gen.Const<EntityFilter>(new EntityFilter.Missing(field)))));
    }

    private static Gen<EntityFilter> Property(string name, TextComparison comparison) =>
        Texts.Like(Values(name), comparison).Select(EntityFilter (text) => new EntityFilter.PropertyText(name, comparison, text));
}
