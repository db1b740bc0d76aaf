using CsrGraph.Model;

namespace CsrGraph.Query.Paths;

/// <summary>A step of a path: to whom, by which relation, and the claims that say so.</summary>
internal sealed record Step(string To, string Type, bool IsForward, IReadOnlyList<ClaimId> Claims);

/// <summary>All shortest paths between the ends of two searches that have met, without listing them.</summary>
internal sealed class PathGraph
{
    private readonly string from;
    private readonly string to;
    private readonly Dictionary<string, IReadOnlyList<Step>> steps = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> counts = new(StringComparer.Ordinal);

    /// <param name="forward">The search from the paths' beginning.</param>
    /// <param name="backward">The search from their end.</param>
    /// <param name="length">How long the shortest paths are.</param>
    /// <param name="isBarred">Whether no path may go through an entity that both have reached.</param>
    public PathGraph(Reach forward, Reach backward, int length, Predicate<string> isBarred)
    {
        (from, to) = (forward.End, backward.End);
        var middle = Math.Min(forward.Depth, length);
        string[] meeting =
        [
            .. forward.Distances.Where(d => d.Value == middle && backward.Distances.GetValueOrDefault(d.Key, -1) == length - middle && !isBarred(d.Key))
                .Select(d => d.Key),
        ];
        AddForward(forward, meeting, middle);
        AddBackward(backward, meeting, length - middle);
    }

    /// <summary>How many paths there are; <see cref="long.MaxValue"/> for more than that.</summary>
    public long Count => CountFrom(from);

    /// <summary>The paths in their order, each listed when it is wanted.</summary>
    public IEnumerable<IReadOnlyList<Step>> Paths() => PathsFrom(from, []);

    private IEnumerable<IReadOnlyList<Step>> PathsFrom(string at, Step[] before)
    {
        if (at == to) return [before];
        return steps[at].SelectMany(step => PathsFrom(step.To, [.. before, step]));
    }

    private long CountFrom(string at)
    {
        if (at == to) return 1;
        if (counts.TryGetValue(at, out var known)) return known;
        var count = 0L;
        foreach (var step in steps[at]) count = Sum(count, CountFrom(step.To));
        return counts[at] = count;
    }

    private static long Sum(long one, long other) => long.MaxValue - one < other ? long.MaxValue : one + other;

    private void AddForward(Reach forward, IReadOnlyList<string> layer, int depth)
    {
        for (; depth > 0; depth--)
        {
            var next = layer.ToHashSet(StringComparer.Ordinal);
            layer = [.. forward.Distances.Where(d => d.Value == depth - 1).Select(d => d.Key).Where(id => forward.LinksOf(id).Any(l => next.Contains(l.Far)))];
            foreach (var id in layer) steps[id] = InOrder(forward.LinksOf(id).Where(l => next.Contains(l.Far)).Select(l => (l.Far, l.Type, l.IsForward, l.Claim)));
        }
    }

    // Its links were read from the other end.
    private void AddBackward(Reach backward, IReadOnlyList<string> layer, int depth)
    {
        for (; depth > 0; depth--)
        {
            var before = layer.ToHashSet(StringComparer.Ordinal);
            var links = backward.Distances.Where(d => d.Value == depth - 1)
                .SelectMany(d => backward.LinksOf(d.Key).Where(l => before.Contains(l.Far)).Select(l => (At: l.Far, Step: (To: d.Key, l.Type, !l.IsForward, l.Claim))))
                .ToLookup(l => l.At, l => l.Step);
            foreach (var at in links) steps[at.Key] = InOrder(at);
            layer = [.. links.SelectMany(steps => steps.Select(s => s.To)).Distinct()];
        }
    }

    private static IReadOnlyList<Step> InOrder(IEnumerable<(string To, string Type, bool IsForward, ClaimId Claim)> links) =>
    [
        .. links.GroupBy(l => (l.To, l.Type, l.IsForward), l => l.Claim)
            .Select(g => new Step(g.Key.To, g.Key.Type, g.Key.IsForward, [.. g.Distinct()]))
            .OrderBy(s => s.To, StringComparer.Ordinal).ThenBy(s => s.Type, StringComparer.Ordinal).ThenByDescending(s => s.IsForward),
    ];
}
