namespace CsrGraph.Query.Projecting;

/// <summary>Makes the graph of those who take part in the same: an edge for each two, weighted by how many things they share.</summary>
internal static class SharedWork
{
    /// <summary>The graph.</summary>
    /// <param name="participation">Who takes part in what.</param>
    /// <param name="minWeight">Only edges of at least so much.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static WeightedGraph Of(Participation participation, int minWeight, CancellationToken cancellation)
    {
        var nodes = participation.Agents;
        var (counts, touched) = (new int[nodes], new List<int>());
        var (starts, neighbours, weights) = (new int[nodes + 1], new List<int>(), new List<double>());
        for (var agent = 0; agent < nodes; agent++)
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (var initiative in participation.Of(agent))
            {
                foreach (var other in participation.In(initiative))
                {
                    if (other != agent && counts[other]++ == 0) touched.Add(other);
                }
            }

            touched.Sort();
            foreach (var other in touched)
            {
                if (counts[other] >= minWeight)
                {
                    neighbours.Add(other);
                    weights.Add(counts[other]);
                }

                counts[other] = 0;
            }

            touched.Clear();
            starts[agent + 1] = neighbours.Count;
        }

        return new WeightedGraph(starts, [.. neighbours], [.. weights]);
    }
}
