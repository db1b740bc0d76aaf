namespace CsrGraph.Query.Projecting;

/// <summary>One level of the search for communities: nodes, each of which may stand for many, and the community of each.</summary>
internal sealed class LouvainLevel
{
    // A gain so small is a matter of rounding; to follow it might go round in circles.
    private const double LeastGain = 1e-12;

    private readonly WeightedGraph graph;
    private readonly double[] loops;
    private readonly double[] strengths;
    private readonly double[] totals;
    private readonly double all;
    private readonly double[] toCommunity;

    private LouvainLevel(WeightedGraph graph, double[] loops, int[] communities)
    {
        (this.graph, this.loops, Communities) = (graph, loops, communities);
        strengths = [.. Enumerable.Range(0, graph.Nodes).Select(n => graph.Strength(n) + loops[n])];
        all = strengths.Sum();
        totals = new double[graph.Nodes];
        for (var node = 0; node < communities.Length; node++) totals[communities[node]] += strengths[node];
        toCommunity = new double[graph.Nodes];
    }

    /// <summary>How many nodes it has.</summary>
    public int Nodes => graph.Nodes;

    /// <summary>The community of each node, numbered as nodes are, with gaps.</summary>
    public int[] Communities { get; }

    /// <summary>The level of a graph's own nodes: each its own community, or in a given one.</summary>
    public static LouvainLevel Of(WeightedGraph graph, int[]? communities = null) =>
        new(graph, new double[graph.Nodes], communities is null ? [.. Enumerable.Range(0, graph.Nodes)] : [.. communities]);

    /// <summary>Moves nodes to where modularity gains most, each again when a neighbour has moved, until none gains; true where one has moved.</summary>
    public bool Move(SeededRandom random, CancellationToken cancellation)
    {
        var queue = new Queue<int>(random.Shuffled([.. Enumerable.Range(0, Nodes)]));
        var waits = new bool[Nodes];
        Array.Fill(waits, true);
        var (touched, moved, steps) = (new List<int>(), false, 0);
        while (queue.TryDequeue(out var node))
        {
            if ((++steps & 1023) == 0) cancellation.ThrowIfCancellationRequested();
            waits[node] = false;
            var (from, to) = (Communities[node], Best(node, touched));
            if (to == from) continue;
            moved = true;
            totals[from] -= strengths[node];
            totals[to] += strengths[node];
            Communities[node] = to;
            foreach (var neighbour in graph.Neighbours(node))
            {
                if (waits[neighbour] || Communities[neighbour] == to) continue;
                waits[neighbour] = true;
                queue.Enqueue(neighbour);
            }
        }

        return moved;
    }

    /// <summary>The level whose nodes are the communities of this one, and which of them each node is in.</summary>
    public (LouvainLevel Level, int[] Community) Gathered()
    {
        var number = new int[Nodes];
        Array.Fill(number, -1);
        var count = 0;
        foreach (var community in Communities)
        {
            if (number[community] < 0) number[community] = count++;
        }

        var inCommunity = Array.ConvertAll(Communities, c => number[c]);
        var members = Enumerable.Range(0, Nodes).ToLookup(n => inCommunity[n]);
        var (starts, neighbours, weights, newLoops) = (new int[count + 1], new List<int>(), new List<double>(), new double[count]);
        var (sums, touched) = (new double[count], new List<int>());
        for (var c = 0; c < count; c++)
        {
            foreach (var node in members[c])
            {
                newLoops[c] += loops[node];
                var others = graph.Neighbours(node);
                var to = graph.Weights(node);
                for (var i = 0; i < others.Length; i++)
                {
                    var other = inCommunity[others[i]];
                    if (other == c) newLoops[c] += to[i];
                    else if (sums[other] == 0) touched.Add(other);
                    if (other != c) sums[other] += to[i];
                }
            }

            touched.Sort();
            foreach (var other in touched)
            {
                neighbours.Add(other);
                weights.Add(sums[other]);
                sums[other] = 0;
            }

            touched.Clear();
            starts[c + 1] = neighbours.Count;
        }

        var gathered = new WeightedGraph(starts, [.. neighbours], [.. weights]);
        return (new LouvainLevel(gathered, newLoops, [.. Enumerable.Range(0, count)]), inCommunity);
    }

    // The community that a node would do best in, its own where no other is better.
    private int Best(int node, List<int> touched)
    {
        var (own, strength) = (Communities[node], strengths[node]);
        var others = graph.Neighbours(node);
        var weights = graph.Weights(node);
        for (var i = 0; i < others.Length; i++)
        {
            var community = Communities[others[i]];
            if (toCommunity[community] == 0) touched.Add(community);
            toCommunity[community] += weights[i];
        }

        var best = own;
        var most = toCommunity[own] - ((totals[own] - strength) * strength / all);
        foreach (var community in touched)
        {
            if (community == own) continue;
            var gain = toCommunity[community] - (totals[community] * strength / all);
            if (gain > most + (LeastGain * all)) (best, most) = (community, gain);
        }

        foreach (var community in touched) toCommunity[community] = 0;
        touched.Clear();
        return best;
    }
}
