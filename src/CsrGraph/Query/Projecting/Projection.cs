namespace CsrGraph.Query.Projecting;

/// <summary>Who does something together: those who take part, an edge between each two that share an initiative, and what follows from all of it.</summary>
public sealed class Projection
{
    private readonly WeightedGraph graph;

    private Projection(IReadOnlyList<string> agents, IReadOnlyList<string> initiatives, Participation participation, WeightedGraph graph) =>
        (Agents, Initiatives, Participation, this.graph) = (agents, initiatives, participation, graph);

    /// <summary>The ids of those who take part in something, in ordinal order; by their places the rest speaks of them.</summary>
    public IReadOnlyList<string> Agents { get; }

    /// <summary>The ids of what somebody takes part in, in ordinal order.</summary>
    public IReadOnlyList<string> Initiatives { get; }

    /// <summary>Who takes part in what.</summary>
    public Participation Participation { get; }

    /// <summary>How many edges there are.</summary>
    public long Edges => graph.Edges;

    /// <summary>The share of all pairs of nodes that are edges; null where there are no two nodes.</summary>
    public double? Density => Agents.Count < 2 ? null : 2.0 * graph.Edges / ((double)Agents.Count * (Agents.Count - 1));

    /// <summary>How many parts there are that no edge leads out of.</summary>
    public int Components { get; private init; }

    /// <summary>How much each node lies between others; null where nobody asked.</summary>
    public Betweenness? Betweenness { get; private init; }

    /// <summary>The communities; null where nobody asked.</summary>
    public Communities? Communities { get; private init; }

    /// <summary>The modularity of the communities; null where nobody asked, or there are no edges.</summary>
    public double? Modularity { get; private init; }

    /// <summary>The rosters that do not name all who took part, those with the most pairs missing first; empty where nobody asked.</summary>
    public IReadOnlyList<PartialRoster> Warnings { get; private init; } = [];

    /// <summary>Works it out.</summary>
    /// <param name="agents">The ids of those who take part, by their numbers.</param>
    /// <param name="initiatives">The ids of what they take part in, by their numbers.</param>
    /// <param name="participation">Who takes part in what.</param>
    /// <param name="minWeight">Only edges of at least so many shared initiatives.</param>
    /// <param name="parts">What is worked out.</param>
    /// <param name="partial">The rosters that do not name all who took part.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static Projection Of(
        IReadOnlyList<string> agents,
        IReadOnlyList<string> initiatives,
        Participation participation,
        int minWeight,
        ProjectionParts parts,
        IEnumerable<PartialRoster> partial,
        CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(participation);
        var graph = SharedWork.Of(participation, minWeight, cancellation);
        var communities = parts.HasFlag(ProjectionParts.Communities) ? Query.Projecting.Communities.In(graph, cancellation) : null;
        return new Projection(agents, initiatives, participation, graph)
        {
            Components = graph.Components(),
            Betweenness = parts.HasFlag(ProjectionParts.Betweenness) ? Query.Projecting.Betweenness.Of(graph, cancellation) : null,
            Communities = communities,
            Modularity = communities is null ? null : Query.Projecting.Communities.Modularity(graph, communities.Of),
            Warnings =
                [.. partial.OrderByDescending(w => w.MissingPairs).ThenBy(w => w.Initiative, StringComparer.Ordinal).ThenBy(w => w.Counted.Claim.Id)],
        };
    }

    /// <summary>The first nodes: by weighted degree, the greatest first, then by degree, then by id.</summary>
    public IReadOnlyList<ProjectedNode> Nodes(int first) =>
    [
        .. Enumerable.Range(0, Agents.Count).Select(n => (Node: n, Degree: graph.Degree(n), Strength: graph.Strength(n)))
            .OrderByDescending(n => n.Strength).ThenByDescending(n => n.Degree).ThenBy(n => n.Node).Take(first)
            .Select(n => new ProjectedNode(Agents[n.Node], n.Degree, (long)n.Strength, Betweenness?.Values[n.Node], Communities?.Of[n.Node])),
    ];

    /// <summary>The first edges: by weight, the greatest first, then by the ids of their ends, of which the lesser is <see cref="ProjectedEdge.A"/>.</summary>
    public IReadOnlyList<ProjectedEdge> EdgesOf(int first)
    {
        var best = new PriorityQueue<(int A, int B, int Weight), (int Weight, int A, int B)>(
            Comparer<(int Weight, int A, int B)>.Create((x, y) => x.Weight != y.Weight ? x.Weight.CompareTo(y.Weight) : (y.A, y.B).CompareTo((x.A, x.B))));
        for (var a = 0; a < Agents.Count; a++)
        {
            var neighbours = graph.Neighbours(a);
            var weights = graph.Weights(a);
            for (var i = 0; i < neighbours.Length; i++)
            {
                if (neighbours[i] < a) continue;
                var weight = (int)weights[i];
                if (best.Count < first) best.Enqueue((a, neighbours[i], weight), (weight, a, neighbours[i]));
                else best.EnqueueDequeue((a, neighbours[i], weight), (weight, a, neighbours[i]));
            }
        }

        var edges = new List<ProjectedEdge>(best.Count);
        while (best.TryDequeue(out var edge, out _)) edges.Add(EdgeOf(edge.A, edge.B));
        edges.Reverse();
        return edges;
    }

    /// <summary>All edges, by the ids of their ends; each is worked out when it is asked for, so that many take no memory.</summary>
    public IEnumerable<ProjectedEdge> EdgesByEnds()
    {
        for (var a = 0; a < Agents.Count; a++)
        {
            for (var i = 0; i < graph.Degree(a); i++)
            {
                var b = graph.Neighbours(a)[i];
                if (b > a) yield return EdgeOf(a, b);
            }
        }
    }

    /// <summary>The first communities, the largest first.</summary>
    public IReadOnlyList<ProjectedCommunity> CommunitiesOf(int first)
    {
        if (Communities is not { } communities) return [];
        var members = Enumerable.Range(0, Agents.Count).ToLookup(n => communities.Of[n]);
        return
        [
            .. Enumerable.Range(0, communities.Count).Take(first).Select(c => new ProjectedCommunity(
                c, [.. members[c].OrderByDescending(graph.Strength).ThenBy(n => n).Select(n => Agents[n])])),
        ];
    }

    private ProjectedEdge EdgeOf(int a, int b)
    {
        var shared = Participation.Shared(a, b);
        var (one, other, all) = (Participation.Of(a).Length, Participation.Of(b).Length, Initiatives.Count);
        return new ProjectedEdge(
            Agents[a],
            Agents[b],
            shared.Count,
            shared.Sum(i => 1.0 / (Participation.In(i).Length - 1)),
            (double)shared.Count / (one + other - shared.Count),
            Hypergeometric.Expected(all, one, other),
            Hypergeometric.AtLeast(all, one, other, shared.Count),
            [.. shared.Select(i => Initiatives[i])]);
    }
}

/// <summary>One who takes part.</summary>
/// <param name="Id">The id.</param>
/// <param name="Degree">With how many others it shares something.</param>
/// <param name="WeightedDegree">How many things it shares, added up over them.</param>
/// <param name="Betweenness">See <see cref="Projection.Betweenness"/>.</param>
/// <param name="Community">The number of its community.</param>
public sealed record ProjectedNode(string Id, int Degree, long WeightedDegree, double? Betweenness, int? Community);

/// <summary>Two who share something.</summary>
/// <param name="A">The id of the one, the lesser in ordinal order.</param>
/// <param name="B">The id of the other.</param>
/// <param name="Weight">How many initiatives they share.</param>
/// <param name="Newman">
/// Those, each counted as 1/(k - 1) where k take part in it, by M. E. J. Newman, Scientific Collaboration Networks II (2001): two of three share more
/// than two of three hundred.
/// </param>
/// <param name="Jaccard">The share of shared ones among all that either takes part in.</param>
/// <param name="Expected">How many they would share by chance, given in how many each takes part.</param>
/// <param name="Probability">How probable at least so many are by chance.</param>
/// <param name="Initiatives">The ids of the shared ones.</param>
public sealed record ProjectedEdge(
    string A, string B, int Weight, double Newman, double Jaccard, double Expected, double Probability, IReadOnlyList<string> Initiatives);

/// <summary>A community.</summary>
/// <param name="Number">From 0, the largest first.</param>
/// <param name="Members">The ids of its members, by weighted degree.</param>
public sealed record ProjectedCommunity(int Number, IReadOnlyList<string> Members);
