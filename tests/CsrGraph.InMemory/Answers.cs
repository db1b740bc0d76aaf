using CsrGraph.Model;
using CsrGraph.Store;

namespace CsrGraph.InMemory;

/// <summary>Answers questions about entities, relations, evidence and counts, each by going through what there is.</summary>
internal static class Answers
{
    public static Page<EntityRow> Find(FindRequest request, GraphView view)
    {
        var rows = view.Entities()
            .Where(e => request.Kinds.Contains(e.Kind) && request.Filter.Holds(e, view))
            .Select(e => new EntityRow(e, new Position([.. request.Sort.Select(t => Ordering.EntityValue(t, e, view))], e.Id.Value)))
            .ToList();
        var (cut, hasNext, hasPrevious) = Ordering.Cut(rows, r => r.Position, Ordering.Directions(request.Sort), request.Page);
        return new Page<EntityRow>(cut, hasNext, hasPrevious, request.WantsTotal ? rows.Count : null, Aggregates.Of(request.Aggregates, [.. rows.Select(r => r.Entity)], view));
    }

    public static RelationPage Relations(RelationRequest request, string anchor, GraphView view)
    {
        if (request.Of == RelationAnchors.Links) return LinkAnswers.Links(request, anchor, view);
        if (request.Of == RelationAnchors.Neighbours) return LinkAnswers.Neighbours(request, anchor, view);
        var found = request.Of switch
        {
            RelationAnchors.Entities => Claimed(view.Relations(anchor, request.Relation), request.Edge, view),
            RelationAnchors.Rosters => Claimed(view.Members(anchor, request.Relation.Type), request.Edge, view),
            RelationAnchors.DocumentsOf => Bare(DocumentsOf(anchor, view)),
            RelationAnchors.Group => Bare(Groupings.Of(request.Group!, view)[GroupId.Of(GroupId.Read(anchor, request.Group!.By.Count))]),
            _ => throw new ArgumentException($"there are no such anchors: {request.Of}", nameof(request)),
        };
        var rows = found.Where(r => request.Far.Holds(r.Far, view))
            .Select(r => new RelationRow(r.Claim, r.Order, r.Far, new Position(
                [.. request.Sort.Select(t => Ordering.RelationValue(t, r.Order, r.Far, view))], r.Claim?.Id.ToString() ?? r.Far.Id.Value)))
            .ToList();
        var (cut, hasNext, hasPrevious) = Ordering.Cut(rows, r => r.Position, Ordering.Directions(request.Sort), request.Page);
        var aggregate = Aggregates.Of(request, anchor, rows, view);
        return request.WantsTotals
            ? new RelationPage(cut, hasNext, hasPrevious, rows.Select(r => r.Far.Id).Distinct().LongCount(), rows.Count, aggregate)
            : new RelationPage(cut, hasNext, hasPrevious, null, null, aggregate);
    }

    public static IReadOnlyList<EvidenceRow> Evidence(ClaimId claim, int first, GraphView view) =>
    [
        .. view.Claim(claim)
            .SelectMany(c => InOrder(view.Evidence(c.Claim.Id)))
            .Select(e => (Piece: e, Document: view.Entity(e.Document.Value)))
            .Where(e => e.Document is not null)
            .Select(e => new EvidenceRow(e.Piece, e.Document!))
            .Take(first),
    ];

    /// <summary>By document, then by place; what has no place comes last.</summary>
    public static IEnumerable<Evidence> InOrder(IEnumerable<Evidence> evidence) =>
        evidence.OrderBy(e => e.Document).ThenBy(e => e.Span?.Start ?? int.MaxValue).ThenBy(e => e.Span?.End);

    public static IEnumerable<(string Key, long Number)> Count(CountOf request, GraphView view)
    {
        var keys = request switch
        {
            CountOf.EntitiesByKind => view.Entities().Select(e => e.Kind),
            CountOf.RelationsByType => view.Claims().Where(c => c.Claim.Kind == ClaimKind.Relation).Select(c => c.Claim.Type),
            CountOf.ClaimsByKind => view.Claims().Select(c => c.Claim.Kind.ToString()),
            CountOf.ClaimsByDocument => view.Claims().SelectMany(c => view.Evidence(c.Claim.Id).Select(e => e.Document.Value).Distinct()),
            _ => throw new ArgumentException($"nobody counts {request}", nameof(request)),
        };
        return keys.GroupBy(k => k).Select(g => (g.Key, g.LongCount())).OrderBy(c => c.Key, StringComparer.Ordinal);
    }

    public static IReadOnlyList<ChangeSet> ChangeSets(ChangeSetRequest request, GraphState state) =>
    [
        .. state.ChangeSets.Reverse()
            .Where(c => (request.Number ?? c.Number) == c.Number && c.Number <= (request.UpTo ?? c.Number) && c.At <= (request.At ?? c.At))
            .Take(request.Limit),
    ];

    private static IEnumerable<(Claim? Claim, ClaimOrder Order, Entity Far)> Claimed(
        IEnumerable<(StandingClaim Relation, Entity Far)> relations, ClaimFilter? edge, GraphView view) =>
        relations.Where(r => edge.Holds(r.Relation, view)).Select(r => ((Claim?)r.Relation.Claim, r.Relation.Order, r.Far));

    private static IEnumerable<Entity> DocumentsOf(string anchor, GraphView view) =>
        view.ClaimsOfEnd(anchor).SelectMany(c => view.Evidence(c.Claim.Id)).Select(e => e.Document.Value).Distinct().Select(view.Entity).OfType<Entity>();

    private static IEnumerable<(Claim? Claim, ClaimOrder Order, Entity Far)> Bare(IEnumerable<Entity> entities) =>
        entities.Select(e => ((Claim?)null, new ClaimOrder(e.Date?.Earliest?.DayNumber, e.Date?.Latest?.DayNumber, 0), e));
}
