using System.Globalization;
using CsrGraph.Model;
using CsrGraph.Store;

namespace CsrGraph.InMemory;

/// <summary>Answers questions about claims and the intervals in which they stand.</summary>
internal static class ClaimAnswers
{
    public static IReadOnlyList<Page<ClaimRow>> Claims(ClaimRequest request, GraphView view) => request.By == ClaimsBy.All
        ? [Cut(request, Pick(request, view.State.Claims.Keys, view), view)]
        : [.. request.Anchors.Select(anchor => Cut(request, OfAnchor(request, anchor, view), view))];

    private static IEnumerable<ClaimVersion> OfAnchor(ClaimRequest request, string anchor, GraphView view)
    {
        var state = view.State;
        return request.By switch
        {
            ClaimsBy.Id => Pick(request, ClaimId.TryParse(anchor, out var id) ? [id] : [], view),
            ClaimsBy.Subject => Pick(request, state.BySubject.GetValueOrDefault(anchor, []), view),
            ClaimsBy.End => Pick(request, state.BySubject.GetValueOrDefault(anchor, []).Union(state.ByObject.GetValueOrDefault(anchor, [])), view),
            ClaimsBy.Document => Pick(
                request, state.ByDocument.GetValueOrDefault(anchor, []).Where(c => IsBorneBy(c, anchor, request.WithRetracted, view)), view),
            ClaimsBy.AddedIn => Known(view).Where(v => Reads(anchor, v.AddedIn)),
            ClaimsBy.Group => Pick(
                request, Groupings.Of(request.Group!, view)[GroupId.Of(GroupId.Read(anchor, request.Group!.By.Count))].Select(c => c.Claim.Id), view),
            ClaimsBy.RetractedIn => Known(view).Where(v => v.RetractedIn <= view.Head && Reads(anchor, v.RetractedIn.Value)),
            _ => throw new ArgumentException($"claims have no such anchors: {request.By}", nameof(request)),
        };
    }

    private static IEnumerable<ClaimVersion> Pick(ClaimRequest request, IEnumerable<ClaimId> ids, GraphView view) =>
        from id in ids
        where view.State.Claims.ContainsKey(id)
        let versions = view.State.Claims[id].Where(v => v.AddedIn <= view.Head)
        let version = request.WithRetracted
            ? versions.LastOrDefault()
            : versions.SingleOrDefault(v => v.StandsAt(view.Head) && view.IsValid(v.OrderAt(view.Head)))
        where version is not null
        select version;

    private static IEnumerable<ClaimVersion> Known(GraphView view) => view.State.Claims.Values.SelectMany(v => v).Where(v => v.AddedIn <= view.Head);

    private static bool IsBorneBy(ClaimId claim, string document, bool everSoFar, GraphView view) => view.State.Evidence[claim]
        .Any(e => e.Evidence.Document.Value == document && (everSoFar ? e.AddedIn <= view.Head : e.StandsAt(view.Head)));

    private static bool Reads(string anchor, long number) => anchor == number.ToString(CultureInfo.InvariantCulture);

    private static Page<ClaimRow> Cut(ClaimRequest request, IEnumerable<ClaimVersion> versions, GraphView view)
    {
        var rows = versions
            .Select(v => (Version: v, Order: v.OrderAt(view.Head)))
            .Where(v => request.Filter.Holds(new StandingClaim(v.Version.Claim, v.Order), view))
            .Select(v => new ClaimRow(
                v.Version.Claim,
                v.Order,
                v.Version.AddedIn,
                v.Version.RetractedIn <= view.Head ? v.Version.RetractedIn : null,
                new Position([.. request.Sort.Select(t => Ordering.ClaimValue(t, v.Order))], v.Version.Claim.Id.ToString())))
            .ToList();
        var (cut, hasNext, hasPrevious) = Ordering.Cut(rows, r => r.Position, Ordering.Directions(request.Sort), request.Page);
        return new Page<ClaimRow>(cut, hasNext, hasPrevious, request.WantsTotals ? rows.Count : null, Aggregates.Of(request.Aggregates, [.. rows.Select(r => new StandingClaim(r.Claim, r.Order))], view));
    }
}
