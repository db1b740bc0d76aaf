namespace CsrGraph.Query.Projecting;

/// <summary>One level of the search for communities: nodes, each of which may stand for many, and the community of each.</summary>
internal sealed class LouvainLevel
{
    // A gain so small is a matter of rounding; to follow it might go round in circles.
    private const double LeastGain = 1e-12;

    // Where as many looks as there are nodes bring less modularity than this, the next level brings more of it for less.
    private const double LeastRound = 3e-5;

    private readonly WeightedGraph graph;
    private readonly int[] loops;
    private readonly int[] strengths;
    private readonly double all;
    private readonly int[] communities;
    private readonly Ties[] ties;
    private readonly int[] touched;
    private int count;

    private LouvainLevel(WeightedGraph graph, int[] loops, int[] communities)
    {
        (this.graph, this.loops, this.communities, count) = (graph, loops, communities, graph.Nodes);
        strengths = [.. Enumerable.Range(0, graph.Nodes).Select(n => checked((int)(graph.Strength(n) + loops[n])))];
        all = strengths.Sum(s => (long)s);
        (ties, touched) = (new Ties[graph.Nodes], new int[graph.Nodes + 1]);
        for (var node = 0; node < communities.Length; node++) ties[communities[node]].All += strengths[node];
    }

    /// <summary>How many nodes it has.</summary>
    public int Nodes => graph.Nodes;

    /// <summary>The community of each node; after <see cref="Move"/> they are numbered from 0, without gaps.</summary>
    public IReadOnlyList<int> Communities => communities;

    /// <summary>The level of a graph's own nodes: each its own community, or in a given one.</summary>
    public static LouvainLevel Of(WeightedGraph graph, int[]? communities = null) =>
        new(graph, new int[graph.Nodes], communities is null ? [.. Enumerable.Range(0, graph.Nodes)] : [.. communities]);

    /// <summary>
    /// Moves nodes to where modularity gains most, each again when a neighbour has moved, until none gains or all together gain next to nothing; true where
    /// one has moved.
    /// </summary>
    public bool Move(SeededRandom random, CancellationToken cancellation)
    {
        var queue = new Queue<int>(random.Shuffled([.. Enumerable.Range(0, Nodes)]));
        var waits = new bool[Nodes];
        Array.Fill(waits, true);
        var (moved, steps, gained) = (false, 0, 0.0);
        while (queue.TryDequeue(out var node))
        {
            if ((++steps & 1023) == 0) cancellation.ThrowIfCancellationRequested();
            waits[node] = false;
            var from = communities[node];
            var (to, gain) = Best(node);
            if (to != from)
            {
                (moved, gained) = (true, gained + gain);
                ties[from].All -= strengths[node];
                ties[to].All += strengths[node];
                communities[node] = to;
                foreach (var neighbour in graph.Neighbours(node))
                {
                    if (waits[neighbour] || communities[neighbour] == to) continue;
                    waits[neighbour] = true;
                    queue.Enqueue(neighbour);
                }
            }

            if (steps % Nodes != 0) continue;
            if (gained < LeastRound * all / 2) break;
            gained = 0;
            Renumber();
        }

        Renumber();
        return moved;
    }

    /// <summary>The level whose nodes are the communities of this one.</summary>
    public LouvainLevel Gathered()
    {
        var members = Adjacency.Of(count, [.. communities.Select((community, node) => (community, node))]);
        var (newLoops, sums, reached) = (new int[count], new int[count], new int[count]);
        var most = (int)Math.Min(graph.Edges * 2, (long)count * (count - 1));
        var (starts, neighbours, weights, edges) = (new int[count + 1], new int[most], new int[most], 0);
        for (var community = 0; community < count; community++)
        {
            var found = 0;
            foreach (var node in members.Of(community))
            {
                newLoops[community] += loops[node];
                var others = graph.Neighbours(node);
                var to = graph.Weights(node);
                for (var i = 0; i < others.Length; i++)
                {
                    var other = communities[others[i]];
                    if (sums[other] == 0) reached[found++] = other;
                    sums[other] += to[i];
                }
            }

            foreach (var other in reached.AsSpan(0, found))
            {
                if (other == community) newLoops[community] += sums[other];
                else (neighbours[edges], weights[edges++]) = (other, sums[other]);
                sums[other] = 0;
            }

            starts[community + 1] = edges;
        }

        return new LouvainLevel(new WeightedGraph(starts, neighbours, weights), newLoops, [.. Enumerable.Range(0, count)]);
    }

    // The community that a node would do best in, its own where no other is better; and how much better.
    private (int Community, double Gain) Best(int node)
    {
        var (own, strength) = (communities[node], strengths[node]);
        var found = touched.AsSpan(0, Touch(node));
        var share = strength / all;
        var stay = ties[own].OfNode - ((ties[own].All - strength) * share);
        var (best, most, least) = (own, stay, LeastGain * all);
        foreach (var community in found)
        {
            ref var tie = ref ties[community];
            var gain = tie.OfNode - (tie.All * share);
            tie.OfNode = 0;
            if (gain > most + least && community != own) (best, most) = (community, gain);
        }

        return (best, most - stay);
    }

    // Adds up a node's weights by community; gives how many communities there are.
    private int Touch(int node)
    {
        var others = graph.Neighbours(node);
        var weights = graph.Weights(node)[..others.Length];
        var (of, known, reached, found) = (communities, ties, touched, 0);
        for (var i = 0; i < others.Length; i++)
        {
            // No branch here: nobody could guess it, and this is where the time goes.
            var community = of[others[i]];
            ref var ofNode = ref known[community].OfNode;
            reached[found] = community;
            found += ofNode == 0 ? 1 : 0;
            ofNode += weights[i];
        }

        return found;
    }

    // Gives the communities that are left the first numbers: what is close together is read faster.
    private void Renumber()
    {
        var (numbers, old) = (new int[Nodes], (Ties[])ties.Clone());
        count = 0;
        for (var node = 0; node < Nodes; node++)
        {
            ref var number = ref numbers[communities[node]];
            if (number == 0)
            {
                ties[count++] = old[communities[node]];
                number = count;
            }

            communities[node] = number - 1;
        }
    }

    // The weight of a community's edges, and of those between it and the node that is looked at.
    private struct Ties
    {
        public int All;
        public int OfNode;
    }
}
