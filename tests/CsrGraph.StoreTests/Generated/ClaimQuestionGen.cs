using System.Globalization;
using CsCheck;
using CsrGraph.Model;
using CsrGraph.Store;
using CsrGraph.Vocabulary;

namespace CsrGraph.StoreTests.Generated;

/// <summary>Makes questions about the claims of a world: relations of entities and rosters, documents, claims and their evidence.</summary>
internal sealed class ClaimQuestionGen(World world, EntityFilterGen filters)
{
    private static readonly string[] Documents = [KindDefinition.Document];

    private readonly Claim[] claims = [.. world.Claims.Select(c => c.Claim)];
    private readonly string[] ids = [.. world.Entities.Select(e => e.First.Id.Value)];

    private readonly GroupGen groups = new(world, filters);

    private Claim[] RelationClaims => [.. claims.Where(c => c.Kind == ClaimKind.Relation)];

    /// <summary>Shapes of questions about relations.</summary>
    public Gen<Gen<Question>> Relations() => QuestionGen.Paged(
        Gen.Frequency((6, OfEntities()), (4, OfRosters()), (2, DocumentsOf()), (3, OfGroups())), (requests, page) => new RelationQuestion(requests, page));

    /// <summary>Shapes of questions about claims.</summary>
    public Gen<Gen<Question>> Claims()
    {
        var conditions = new ClaimFilterGen(claims);
        var request =
            from way in Gen.Enum<ClaimsBy>()
            from filter in Shape.Maybe(85, conditions.Filters())
            from sort in Sorts.OfClaims
            from totals in Gen.Bool
            from withRetracted in Gen.Frequency((3, false), (2, true))
            from aggregates in GroupGen.Aggregates
            from grouping in groups.Claims()
            select Gen.Select(grouping.SelectMany(g => Anchors(way, g).Select(a => (Group: g, Anchors: a))), filter, (anchored, f) => new ClaimRequest
            {
                By = way,
                Anchors = anchored.Anchors,
                Group = way == ClaimsBy.Group ? anchored.Group : null,
                Aggregates = aggregates,
                Filter = f,
                Sort = sort,
                Page = PageRequest.All,
                WantsTotals = totals,
                WithRetracted = withRetracted,
            });
        return QuestionGen.Paged(request, (requests, page) => new ClaimQuestion(requests, page));
    }

    /// <summary>Shapes of questions about evidence.</summary>
    public Gen<Gen<Question>> Evidence()
    {
        var request = Gen.Select(
            Shape.Some([.. claims.Select(c => c.Id)], 0, 6), Gen.Int[0, 4], (some, first) => new EvidenceRequest(some, first == 0 ? int.MaxValue : first - 1));
        return Gen.Frequency((2, 1), (1, 2)).Select(count => request.List[count, count].Select(Question (requests) => new EvidenceQuestion(requests)));
    }

    private Gen<IReadOnlyList<string>> Anchors(ClaimsBy by, CountRequest.Claims grouping) => by switch
    {
        ClaimsBy.Group => groups.Anchors(grouping.By),
        ClaimsBy.All => Gen.Const<IReadOnlyList<string>>([]),
        ClaimsBy.Id => Shape.Some([.. claims.Select(c => c.Id.ToString()), "nonsense"], 1, 6),
        ClaimsBy.Document => Shape.Some([.. ids.Where(id => !id.Contains(':', StringComparison.Ordinal))], 1, 3),
        ClaimsBy.AddedIn or ClaimsBy.RetractedIn => Shape.Some(
            [.. Enumerable.Range(0, World.States + 2).Select(n => n.ToString(CultureInfo.InvariantCulture))], 1, 3),
        ClaimsBy.Subject or ClaimsBy.End => Shape.Some([.. ids, .. claims.Select(c => c.Subject.Value)], 1, 4),
        _ => throw new ArgumentException($"claims have no such anchors: {by}", nameof(by)),
    };

    private Gen<Gen<RelationRequest>> OfEntities() =>
        from claim in Shape.Pick(RelationClaims)
        from fromSubject in Gen.Bool
        let far = filters.FarKinds(claim.Type, fromSubject)
        let near = RelationClaims.Where(c => c.Type == claim.Type).Select(c => (fromSubject ? c.Subject : c.Object!.Value).Value).ToList()
        let anchors = Together(Shape.Some(near, 1, 4), Shape.Some(ids, 0, 2))
        from request in Filtered(RelationAnchors.Entities, EntityFilterGen.KeyOf(claim, fromSubject), anchors, far, filters.Edges(claim.Type))
        select request;

    private Gen<Gen<RelationRequest>> OfRosters()
    {
        var types = RelationClaims.ToDictionary(c => c.Id, c => c);
        var counted = world.Evidence.Where(e => e.Evidence.Roster is not null && types.ContainsKey(e.Claim))
            .Select(e => (Roster: e.Evidence.Roster.ToString()!, types[e.Claim].Type))
            .DefaultIfEmpty((Roster: "nonsense", RelationClaims[0].Type)).ToLookup(e => e.Type, e => e.Roster);
        var rosters = claims.Where(c => c.Kind == ClaimKind.Roster).Select(c => c.Id.ToString()).Append("nonsense").ToList();
        return
            from type in Shape.Pick(counted.Select(g => g.Key).ToList())
            let anchors = Together(Shape.Some(counted[type].ToList(), 1, 3), Shape.Some(rosters, 0, 2))
            from request in Filtered(
                RelationAnchors.Rosters, new RelationKey(type, RelationEnd.Object), anchors, filters.FarKinds(type, fromSubject: false), filters.Edges(type))
            select request;
    }

    private Gen<Gen<RelationRequest>> DocumentsOf() =>
        from claim in Shape.Pick(RelationClaims)
        let ends = claims.SelectMany(c => new[] { c.Subject, c.Object ?? c.Subject }).Select(e => e.Value).ToList()
        let anchors = Together(Shape.Some(ends, 1, 3), Shape.Some(ids, 0, 2))
        from request in Filtered(RelationAnchors.DocumentsOf, EntityFilterGen.KeyOf(claim, fromSubject: true), anchors, Documents, filters.Edges(claim.Type))
        select request;

    private Gen<Gen<RelationRequest>> OfGroups() =>
        from claim in Shape.Pick(RelationClaims)
        from fromSubject in Gen.Bool
        let kinds = filters.FarKinds(claim.Type, fromSubject)
        from grouping in groups.Entities(Gen.Const(kinds))
        from request in Filtered(
            RelationAnchors.Group, EntityFilterGen.KeyOf(claim, fromSubject), Gen.Const<IReadOnlyList<string>>([]), kinds, filters.Edges(claim.Type))
        select Gen.Select(request, grouping.SelectMany(g => groups.Anchors(g.By).Select(a => (Group: g, Anchors: a))), (r, g) =>
            r with { Group = g.Group, Anchors = g.Anchors });

    private static Gen<IReadOnlyList<string>> Together(Gen<IReadOnlyList<string>> likely, Gen<IReadOnlyList<string>> any) =>
        Gen.Select(likely, any, (some, others) => (IReadOnlyList<string>)[.. some.Union(others)]);

    private Gen<Gen<RelationRequest>> Filtered(
        RelationAnchors of, RelationKey key, Gen<IReadOnlyList<string>> anchors, IReadOnlyList<string> farKinds, Gen<Gen<ClaimFilter>> edges) =>
        from far in Shape.Maybe(50, filters.Filters(farKinds))
        from edge in Shape.Maybe(50, edges)
        from sort in Sorts.OfRelations(filters, farKinds)
        from totals in Gen.Bool
        from lean in Gen.Int[0, 7]
        from aggregates in GroupGen.Aggregates
        select Gen.Select(anchors, far, edge, (near, f, e) => new RelationRequest
        {
            Of = of,
            Anchors = near,
            Relation = key,
            Far = f,
            Edge = e,
            Sort = sort,
            Page = PageRequest.All,
            WantsTotals = totals,
            Aggregates = aggregates,
            FarParts = lean is 0 or 1 ? EntityParts.Heading : EntityParts.Record,
            WantsClaims = lean is not (0 or 2 or 3),
            WantsPlaces = lean is not (0 or 3 or 4),
        });
}
