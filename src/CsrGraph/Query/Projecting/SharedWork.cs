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
        var most = checked((int)(participation.Pairs * 2));
        var (counts, touched, starts) = (new int[nodes], new int[nodes], new int[nodes + 1]);
        var (neighbours, weights, edges) = (GC.AllocateUninitializedArray<int>(most), GC.AllocateUninitializedArray<int>(most), 0);
        for (var agent = 0; agent < nodes; agent++)
        {
            cancellation.ThrowIfCancellationRequested();
            var reached = 0;
            foreach (var initiative in participation.Of(agent))
            {
                foreach (var other in participation.In(initiative))
                {
                    if (counts[other]++ == 0) touched[reached++] = other;
                }
            }

            foreach (var other in touched.AsSpan(0, reached))
            {
                if (other != agent && counts[other] >= minWeight) (neighbours[edges], weights[edges++]) = (other, counts[other]);
                counts[other] = 0;
            }

            starts[agent + 1] = edges;
        }

        return new WeightedGraph(starts, neighbours, weights);
    }
}
