using CsrGraph.Model;
using CsrGraph.Store;

namespace CsrGraph.InMemory;

/// <summary>Answers what a walk reads: the links of an entity, and its degrees.</summary>
internal static class LinkAnswers
{
    public static RelationPage Links(RelationRequest request, string anchor, GraphView view)
    {
        var all = All(request, anchor, view);
        return RelationPage.OfLinks(request.Page.Limit == 0 ? [] : [.. Holding(request, all, view)], request.WantsTotals ? Degrees(all) : []);
    }

    public static RelationPage Neighbours(RelationRequest request, string anchor, GraphView view)
    {
        var fars = Holding(request, All(request, anchor, view), view).Select(l => l.Far).Distinct();
        var found = fars.Select(id => new Neighbour(id, Degrees(All(request, id, view)).Sum(d => d.Fars)))
            .OrderByDescending(n => n.Degree).ThenBy(n => n.Id, StringComparer.Ordinal);
        return RelationPage.OfLinks([], []) with { Neighbours = [.. found.Take(request.Page.Limit)] };
    }

    private static List<(StandingClaim Relation, Entity Far, Link Link)> All(RelationRequest request, string anchor, GraphView view) =>
    [
        .. request.Types
            .SelectMany(type => new[] { RelationEnd.Subject, RelationEnd.Object }.Select(end => new RelationKey(type, end)))
            .SelectMany(key => view.Relations(anchor, key).Select(r => (
                r.Relation, r.Far, new Link(key.Type, key.Anchor == RelationEnd.Subject, r.Far.Id.Value, r.Relation.Claim.Id)))),
    ];

    private static IEnumerable<Link> Holding(
        RelationRequest request, IEnumerable<(StandingClaim Relation, Entity Far, Link Link)> all, GraphView view) =>
        all.Where(r => request.Edge.Holds(r.Relation, view) && request.Far.Holds(r.Far, view)).Select(r => r.Link);

    private static IReadOnlyList<Degree> Degrees(IEnumerable<(StandingClaim Relation, Entity Far, Link Link)> all) =>
    [
        .. all.GroupBy(r => (r.Link.Type, r.Link.IsForward), r => r.Link.Far)
            .Select(g => new Degree(g.Key.Type, g.Key.IsForward, g.Distinct().LongCount())),
    ];
}
