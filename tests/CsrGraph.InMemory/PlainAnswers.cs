using CsrGraph.Store;

namespace CsrGraph.InMemory;

/// <summary>
/// Answers plain questions, which nothing is kept out of and which are put to the head: pages are cut from rows that <see cref="Answers"/> found and
/// ordered once for the state.
/// </summary>
internal static class PlainAnswers
{
    /// <summary>The page; null where the question is not plain.</summary>
    public static Page<EntityRow>? Find(FindRequest request, GraphView view)
    {
        if (request is not { Filter: null, Aggregates: AggregateParts.None } || view.Index is not { } index) return null;
        var whole = index.Entities(request.Kinds, request.Sort, () => Answers.Find(request with { Page = PageRequest.All, WantsTotal = true }, view));
        var (cut, hasNext, hasPrevious) = Ordering.Slice(whole.Rows, r => r.Position, request.Sort, request.Page);
        return new Page<EntityRow>(cut, hasNext, hasPrevious, request.WantsTotal ? whole.Total : null);
    }

    /// <summary>A page for each anchor; null where the question is not plain.</summary>
    public static IReadOnlyList<RelationPage>? Relations(RelationRequest request, GraphView view)
    {
        if (request is not { Of: RelationAnchors.Entities, Far: null, Edge: null, Aggregates: AggregateParts.None } || view.Index is not { } index) return null;
        var byAnchor = index.Relations(request.Relation, request.Sort);
        var all = request with { Page = PageRequest.All, WantsTotals = true };
        var pages = new RelationPage[request.Anchors.Count];
        for (var i = 0; i < pages.Length; i++)
        {
            if (!byAnchor.TryGetValue(request.Anchors[i], out var whole)) whole = byAnchor.GetOrAdd(request.Anchors[i], Answers.Relations(all, request.Anchors[i], view));
            pages[i] = Cut(whole, request);
        }

        return pages;
    }

    private static RelationPage Cut(RelationPage whole, RelationRequest request)
    {
        var (cut, hasNext, hasPrevious) = Ordering.Slice(whole.Rows, static r => r.Position, request.Sort, request.Page);
        return request.WantsTotals
            ? new RelationPage(cut, hasNext, hasPrevious, whole.Total, whole.EdgeTotal)
            : new RelationPage(cut, hasNext, hasPrevious, null, null);
    }
}
