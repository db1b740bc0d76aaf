namespace CsrGraph.Query.Projecting;

/// <summary>
/// Communities: groups of nodes with more weight among them than their strengths alone would bring, found by V. D. Blondel et al., Fast Unfolding of
/// Communities in Large Networks (2008), with nodes drawn in an order that is always the same.
/// </summary>
/// <param name="Of">The community of each node; they are numbered from 0, the largest first, equal ones by their first node.</param>
/// <param name="Count">How many there are.</param>
public sealed record Communities(IReadOnlyList<int> Of, int Count)
{
    private const ulong Seed = 20_251_126;

    /// <summary>Finds them.</summary>
    public static Communities In(WeightedGraph graph, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(graph);
        var random = new SeededRandom(Seed);
        var level = LouvainLevel.Of(graph);
        int[] of = [.. Enumerable.Range(0, graph.Nodes)];
        while (level.Move(random, cancellation))
        {
            var (community, next) = (level.Communities, level.Gathered());
            for (var node = 0; node < of.Length; node++) of[node] = community[of[node]];
            if (next.Nodes == level.Nodes) break;
            level = next;
        }

        // What was gathered moved as one; each node may now do better by itself.
        var last = LouvainLevel.Of(graph, of);
        last.Move(random, cancellation);
        return Numbered(last.Communities);
    }

    /// <summary>
    /// The modularity of a partition: the share of the weight within communities, less what is expected of the strengths of their nodes. Null where
    /// there are no edges.
    /// </summary>
    /// <param name="graph">The graph.</param>
    /// <param name="of">The community of each node, from 0.</param>
    public static double? Modularity(WeightedGraph graph, IReadOnlyList<int> of)
    {
        ArgumentNullException.ThrowIfNull(graph);
        ArgumentNullException.ThrowIfNull(of);
        if (graph.Edges == 0) return null;
        int[] communities = [.. of];
        var (within, strengths) = (new long[communities.Max() + 1], new long[communities.Max() + 1]);
        for (var node = 0; node < graph.Nodes; node++)
        {
            var (own, inside, strength) = (communities[node], 0L, 0L);
            var neighbours = graph.Neighbours(node);
            var weights = graph.Weights(node);
            for (var i = 0; i < neighbours.Length; i++)
            {
                strength += weights[i];
                if (communities[neighbours[i]] == own) inside += weights[i];
            }

            within[own] += inside;
            strengths[own] += strength;
        }

        double all = strengths.Sum();
        return within.Zip(strengths, (inside, strength) => (inside / all) - (strength / all * (strength / all))).Sum();
    }

    private static Communities Numbered(IReadOnlyList<int> communities)
    {
        var (sizes, firsts) = (new Dictionary<int, int>(), new Dictionary<int, int>());
        for (var node = 0; node < communities.Count; node++)
        {
            sizes[communities[node]] = sizes.GetValueOrDefault(communities[node]) + 1;
            firsts.TryAdd(communities[node], node);
        }

        var numbers = sizes.Keys.OrderByDescending(c => sizes[c]).ThenBy(c => firsts[c]).Select((c, i) => (c, i)).ToDictionary(p => p.c, p => p.i);
        return new Communities([.. communities.Select(c => numbers[c])], numbers.Count);
    }
}
