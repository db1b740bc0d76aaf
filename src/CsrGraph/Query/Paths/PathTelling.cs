using CsrGraph.Model;
using CsrGraph.Store;

namespace CsrGraph.Query.Paths;

/// <summary>Reads the claims and the entities of paths that were found.</summary>
internal sealed class PathTelling(IGraphStore store, AsOf asOf, CancellationToken cancellation)
{
    private const int ShownHubs = 100;

    /// <summary>Completes an answer.</summary>
    public async Task<PathAnswer> TellAsync(PathAnswer answer, IReadOnlyList<IReadOnlyList<Step>> paths, IReadOnlyList<(string Id, long Degree)> hubs)
    {
        var shown = hubs.OrderByDescending(h => h.Degree).ThenBy(h => h.Id, StringComparer.Ordinal).Take(ShownHubs).ToList();
        var claims = await ClaimsAsync(paths.SelectMany(p => p).SelectMany(s => s.Claims));
        var spoken = claims.Values.Select(c => c.Claim.Qualifiers[QualifierName.OnBehalfOf]).OfType<string>();
        var entities = await EntitiesAsync([.. paths.SelectMany(p => p).Select(s => s.To), .. shown.Select(h => h.Id), .. spoken], answer);
        return answer with
        {
            Paths = [.. paths.Select(p => Path(answer.From, p, claims, entities))],
            NotEntered = [.. shown.Select(h => new Hub(entities[h.Id], h.Degree))],
            NotEnteredCount = hubs.Count,
            Names = entities.ToDictionary(e => e.Key, e => e.Value.Name),
        };
    }

    private static FoundPath Path(
        Entity from, IReadOnlyList<Step> steps, Dictionary<ClaimId, ClaimRow> claims, Dictionary<string, Entity> entities)
    {
        var hops = new List<Hop>();
        foreach (var step in steps)
        {
            var claim = step.Claims.Select(id => claims[id]).Order(BestFirst).First().Claim;
            hops.Add(new Hop(claim, step.IsForward, from, entities[step.To]));
            from = entities[step.To];
        }

        return new FoundPath(hops);
    }

    private static readonly Comparer<ClaimRow> BestFirst = Comparer<ClaimRow>.Create((one, other) =>
    {
        var certain = IsUncertain(one).CompareTo(IsUncertain(other));
        if (certain != 0) return certain;
        var day = (one.Order.FromDay ?? int.MaxValue).CompareTo(other.Order.FromDay ?? int.MaxValue);
        if (day != 0) return day;
        var rank = one.Order.Rank.CompareTo(other.Order.Rank);
        return rank != 0 ? rank : one.Claim.Id.CompareTo(other.Claim.Id);
    });

    private static bool IsUncertain(ClaimRow row) => row.Claim.Qualifiers[QualifierName.Certainty] == "UNCERTAIN";

    private async Task<Dictionary<ClaimId, ClaimRow>> ClaimsAsync(IEnumerable<ClaimId> ids)
    {
        string[] anchors = [.. ids.Distinct().Select(id => id.ToString())];
        if (anchors.Length == 0) return [];
        var request = new ClaimRequest { By = ClaimsBy.Id, Anchors = anchors, Page = PageRequest.All };
        return (await store.ClaimsAsync([request], asOf, cancellation))[0].SelectMany(p => p.Rows).ToDictionary(r => r.Claim.Id);
    }

    private async Task<Dictionary<string, Entity>> EntitiesAsync(IReadOnlyList<string> ids, PathAnswer answer)
    {
        var known = new Dictionary<string, Entity> { [answer.From.Id.Value] = answer.From, [answer.To.Id.Value] = answer.To };
        string[] unknown = [.. ids.Where(id => !known.ContainsKey(id)).Distinct()];
        if (unknown.Length == 0) return known;
        var found = await store.EntitiesAsync(unknown, asOf, cancellation);
        for (var i = 0; i < unknown.Length; i++)
        {
            if (found[i] is { } entity) known[unknown[i]] = entity;
        }

        return known;
    }
}
