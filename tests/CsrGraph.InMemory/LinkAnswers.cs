using CsrGraph.Store;

namespace CsrGraph.InMemory;

/// <summary>Answers what a walk reads: the links of an entity, and its degrees.</summary>
internal static class LinkAnswers
{
    public static RelationPage Links(RelationRequest request, string anchor, GraphView view)
    {
        var all = request.Types
            .SelectMany(type => new[] { RelationEnd.Subject, RelationEnd.Object }.Select(end => new RelationKey(type, end)))
            .SelectMany(key => view.Relations(anchor, key).Select(r => (
                Row: r, Link: new Link(key.Type, key.Anchor == RelationEnd.Subject, r.Far.Id.Value, r.Relation.Claim.Id))))
            .ToList();
        var links = all.Where(r => request.Edge.Holds(r.Row.Relation, view) && request.Far.Holds(r.Row.Far, view)).Select(r => r.Link);
        var degrees = all.GroupBy(r => (r.Link.Type, r.Link.IsForward), r => r.Link.Far)
            .Select(g => new Degree(g.Key.Type, g.Key.IsForward, g.Distinct().LongCount()));
        return RelationPage.OfLinks(request.Page.Limit == 0 ? [] : [.. links], request.WantsTotals ? [.. degrees] : []);
    }
}
