namespace CsrGraph.Query.Projecting;

/// <summary>For each of some nodes, numbered from 0, the numbers of those it stands with, all side by side in one array.</summary>
internal sealed class Adjacency
{
    private readonly int[] starts;
    private readonly int[] values;

    private Adjacency(int[] starts, int[] values) => (this.starts, this.values) = (starts, values);

    /// <summary>How many nodes there are.</summary>
    public int Nodes => starts.Length - 1;

    /// <summary>Those that a node stands with.</summary>
    public ReadOnlySpan<int> Of(int node) => values.AsSpan(starts[node], starts[node + 1] - starts[node]);

    /// <summary>Makes one of pairs of a node and what it stands with, in the pairs' order.</summary>
    public static Adjacency Of(int nodes, ReadOnlySpan<(int Node, int Value)> pairs)
    {
        var starts = new int[nodes + 1];
        foreach (var (node, _) in pairs) starts[node + 1]++;
        var (next, values) = (Places(starts), new int[pairs.Length]);
        foreach (var (node, value) in pairs) values[next[node]++] = value;
        return new Adjacency(starts, values);
    }

    /// <summary>The same seen from the other side, of so many nodes: each with those that stand with it, ascending.</summary>
    public Adjacency Turned(int nodes)
    {
        var turned = new int[nodes + 1];
        foreach (var value in values) turned[value + 1]++;
        var (next, nodesOf) = (Places(turned), new int[values.Length]);
        for (var node = 0; node < Nodes; node++)
        {
            foreach (var value in Of(node)) nodesOf[next[value]++] = node;
        }

        return new Adjacency(turned, nodesOf);
    }

    /// <summary>The same without a number that follows itself.</summary>
    public Adjacency Distinct()
    {
        var (kept, distinct, count) = (new int[starts.Length], new int[values.Length], 0);
        for (var node = 0; node < Nodes; node++)
        {
            foreach (var value in Of(node))
            {
                if (count == kept[node] || distinct[count - 1] != value) distinct[count++] = value;
            }

            kept[node + 1] = count;
        }

        return new Adjacency(kept, distinct[..count]);
    }

    // Makes of each node's number of values where its values start; gives the same once more, to count on from.
    private static int[] Places(int[] starts)
    {
        for (var i = 1; i < starts.Length; i++) starts[i] += starts[i - 1];
        return starts[..^1];
    }
}
