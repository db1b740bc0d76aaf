namespace CsrGraph.Query.Projecting;

/// <summary>An undirected graph without loops: each node's neighbours side by side, in an order of their own, with the weight of each edge at both of its ends.</summary>
public sealed class WeightedGraph
{
    private readonly int[] starts;
    private readonly int[] neighbours;
    private readonly int[] weights;

    /// <param name="starts">Where each node's neighbours begin, and where the last one's end.</param>
    /// <param name="neighbours">The neighbours; what stands behind the last one's is not looked at.</param>
    /// <param name="weights">The weights of the edges to them.</param>
    internal WeightedGraph(int[] starts, int[] neighbours, int[] weights) => (this.starts, this.neighbours, this.weights) = (starts, neighbours, weights);

    /// <summary>Makes one of edges, each given once, in either direction.</summary>
    public static WeightedGraph Of(int nodes, IReadOnlyCollection<(int A, int B, int Weight)> edges)
    {
        var starts = new int[nodes + 1];
        foreach (var (a, b, _) in edges) (starts[a + 1], starts[b + 1]) = (starts[a + 1] + 1, starts[b + 1] + 1);
        for (var i = 0; i < nodes; i++) starts[i + 1] += starts[i];
        var (next, neighbours, weights) = (starts[..^1], new int[edges.Count * 2], new int[edges.Count * 2]);
        foreach (var (a, b, weight) in edges.OrderBy(e => e.A).ThenBy(e => e.B).SelectMany(e => new[] { e, (A: e.B, B: e.A, e.Weight) }))
        {
            (neighbours[next[a]], weights[next[a]]) = (b, weight);
            next[a]++;
        }

        for (var i = 0; i < nodes; i++) Array.Sort(neighbours, weights, starts[i], starts[i + 1] - starts[i]);
        return new WeightedGraph(starts, neighbours, weights);
    }

    /// <summary>How many nodes there are.</summary>
    public int Nodes => starts.Length - 1;

    /// <summary>How many edges there are.</summary>
    public long Edges => starts[^1] / 2;

    /// <summary>How many neighbours a node has.</summary>
    public int Degree(int node) => starts[node + 1] - starts[node];

    /// <summary>A node's neighbours.</summary>
    public ReadOnlySpan<int> Neighbours(int node) => neighbours.AsSpan(starts[node], Degree(node));

    /// <summary>The weights of the edges to them.</summary>
    public ReadOnlySpan<int> Weights(int node) => weights.AsSpan(starts[node], Degree(node));

    /// <summary>The weights of a node's edges, added up.</summary>
    public long Strength(int node)
    {
        var sum = 0L;
        foreach (var weight in Weights(node)) sum += weight;
        return sum;
    }

    /// <summary>How many parts there are that no edge leads out of.</summary>
    public int Components()
    {
        var (seen, open, count) = (new bool[Nodes], new Stack<int>(), 0);
        for (var start = 0; start < seen.Length; start++)
        {
            if (seen[start]) continue;
            count++;
            seen[start] = true;
            open.Push(start);
            while (open.TryPop(out var node))
            {
                foreach (var next in Neighbours(node))
                {
                    if (seen[next]) continue;
                    seen[next] = true;
                    open.Push(next);
                }
            }
        }

        return count;
    }
}
