using CsCheck;
using CsrGraph.Model;
using CsrGraph.Store;
using CsrGraph.Vocabulary;

namespace CsrGraph.StoreTests.Generated;

/// <summary>Makes groupings of a world's entities and claims.</summary>
internal sealed class GroupGen(World world, EntityFilterGen filters)
{
    private readonly ClaimFilterGen conditions = new([.. world.Claims.Select(c => c.Claim)]);

    /// <summary>What is worked out over all rows.</summary>
    public static Gen<AggregateParts> Aggregates { get; } = Gen.Frequency(
        (5, AggregateParts.None), (1, AggregateParts.Days), (2, AggregateParts.Rosters), (2, AggregateParts.Days | AggregateParts.Rosters));

    /// <summary>Shapes of groupings.</summary>
    public Gen<Gen<CountRequest.Grouped>> Any(Gen<IReadOnlyList<string>> kinds) => Gen.Frequency(
        (3, Entities(kinds).Select(one => one.Select(r => (CountRequest.Grouped)r))), (2, Claims().Select(one => one.Select(r => (CountRequest.Grouped)r))));

    /// <summary>Shapes of groupings of entities; documents are grouped by themselves.</summary>
    public Gen<Gen<CountRequest.Entities>> Entities(Gen<IReadOnlyList<string>> kinds) =>
        from some in kinds
        let among = some[0] == KindDefinition.Document ? [KindDefinition.Document] : some.Where(k => k != KindDefinition.Document).ToArray()
        from keys in Keys([.. Enum.GetValues<GroupBy>(), GroupBy.Category], filters.Relations(among))
        from sort in Sort
        from least in AtLeast
        from total in Gen.Bool
        from filter in Shape.Maybe(40, filters.Filters(among))
        select filter.Select(f => new CountRequest.Entities
        {
            Kinds = among,
            Filter = f,
            By = keys,
            AtLeast = least,
            Sort = sort,
            Page = PageRequest.All,
            WantsTotal = total,
        });

    /// <summary>Shapes of groupings of claims.</summary>
    public Gen<Gen<CountRequest.Claims>> Claims() =>
        from keys in Keys(Operators.OfClaims, Gen.Const((new RelationKey("", RelationEnd.Subject), (IReadOnlyList<string>)[])))
        from sort in Sort
        from least in AtLeast
        from total in Gen.Bool
        from filter in Shape.Maybe(40, conditions.Filters())
        select filter.Select(f => new CountRequest.Claims { Filter = f, By = keys, AtLeast = least, Sort = sort, Page = PageRequest.All, WantsTotal = total });

    /// <summary>Ids of groups that there may be.</summary>
    public Gen<IReadOnlyList<string>> Anchors(IReadOnlyList<GroupKey> by)
    {
        var first = Shape.Pick(Values(by[0]));
        var id = by.Count == 1
            ? first.Select(value => GroupId.Of([value]))
            : Gen.Select(first, Shape.Pick(Values(by[1])), (one, other) => GroupId.Of([one, other]));
        return id.List[1, 6].Select(ids => (IReadOnlyList<string>)[.. ids.Distinct()]);
    }

    private static Gen<long> AtLeast => Gen.Frequency((2, Gen.Const(1L)), (1, Gen.Int[2, 4].Select(n => (long)n)));

    private static Gen<IReadOnlyList<GroupSort>> Sort =>
        Gen.Select(Gen.Bool, Gen.Bool, (byNumber, descending) => new GroupSort(byNumber, descending)).List[0, 2].Select(s => (IReadOnlyList<GroupSort>)s);

    private static Gen<IReadOnlyList<GroupKey>> Keys(IReadOnlyList<GroupBy> by, Gen<(RelationKey Key, IReadOnlyList<string> Far)> relations) =>
        Gen.Select(Shape.Pick(by), relations, (one, relation) => new GroupKey(one, one == GroupBy.Far ? relation.Key : null))
            .List[1, 2].Select(keys => (IReadOnlyList<GroupKey>)[.. keys.Distinct()]);

    private string?[] Values(GroupKey key) =>
    [
        null,
        .. key.By switch
        {
            GroupBy.Kind => [.. world.Entities.Select(e => e.First.Kind), .. world.Claims.Select(c => c.Claim.Kind.ToString())],
            GroupBy.Category => ["COMPANY", "MEDIA", "OTHER"],
            GroupBy.Year => ["2017", "2018", "2019", "2020"],
            GroupBy.Month => ["2018-05", "2019-01"],
            GroupBy.RelationType => world.Claims.Where(c => c.Claim.Kind == ClaimKind.Relation).Select(c => c.Claim.Type),
            GroupBy.Publisher => ["org:e0", "org:e1"],
            _ => world.Claims.Where(c => c.Claim.Type == key.ToFar().Type).SelectMany(c => new[] { c.Claim.Subject, c.Claim.Object ?? c.Claim.Subject })
                .Select(e => e.Value),
        },
    ];
}
