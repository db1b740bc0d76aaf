namespace CsrGraph.Query.Projecting;

/// <summary>
/// Betweenness: the share of the shortest paths between all others that a node lies on, by U. Brandes, A Faster Algorithm for Betweenness Centrality
/// (2001). Paths are counted in edges, whatever their weight.
/// </summary>
/// <param name="Values">Of each node, from 0 to 1; estimated where there is a sample.</param>
/// <param name="Sample">From how many nodes paths were followed; null where from all.</param>
public sealed record Betweenness(IReadOnlyList<double> Values, int? Sample)
{
    /// <summary>Above so many nodes it is estimated.</summary>
    public const int MostNodes = 5_000;

    /// <summary>Above so many steps along edges it is estimated as well: they take some seconds.</summary>
    public const long MostSteps = 1_000_000_000;

    // Of a graph that no cache holds each step takes many times as long.
    private const long MostStepsOfLarge = 100_000_000;

    private const int LeastSample = 16;
    private const ulong Seed = 20_251_126;

    /// <summary>Works it out.</summary>
    public static Betweenness Of(WeightedGraph graph, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(graph);
        var nodes = graph.Nodes;
        var steps = nodes > MostNodes ? MostStepsOfLarge : MostSteps;
        var affordable = (int)Math.Clamp(steps / Math.Max(1, (graph.Edges * 2) + nodes), LeastSample, MostNodes);
        var sample = nodes <= affordable ? (int?)null : affordable;
        int[] from = [.. Enumerable.Range(0, nodes)];
        if (sample is { } size) from = new SeededRandom(Seed).Shuffled(from)[..size];
        var search = new Search(graph);
        foreach (var source in from)
        {
            cancellation.ThrowIfCancellationRequested();
            search.AddPathsFrom(source);
        }

        // Each pair was seen from both of its ends.
        var scale = nodes > 2 ? (double)nodes / from.Length / ((double)(nodes - 1) * (nodes - 2)) : 0;
        return new Betweenness(Array.ConvertAll(search.Dependencies, d => d * scale), sample);
    }

    private sealed class Search(WeightedGraph graph)
    {
        private readonly int[] order = new int[graph.Nodes];
        private readonly int[] distance = Filled(graph.Nodes);
        private readonly double[] paths = new double[graph.Nodes];
        private readonly double[] dependency = new double[graph.Nodes];

        public double[] Dependencies { get; } = new double[graph.Nodes];

        public void AddPathsFrom(int source)
        {
            var reached = Follow(source);
            for (var i = reached - 1; i >= 0; i--)
            {
                var node = order[i];
                var share = (1 + dependency[node]) / paths[node];
                foreach (var before in graph.Neighbours(node))
                {
                    if (distance[before] == distance[node] - 1) dependency[before] += paths[before] * share;
                }

                if (node != source) Dependencies[node] += dependency[node];
            }

            for (var i = 0; i < reached; i++) (distance[order[i]], paths[order[i]], dependency[order[i]]) = (-1, 0, 0);
        }

        // Breadth first; counts the shortest paths to each node.
        private int Follow(int source)
        {
            (order[0], distance[source], paths[source]) = (source, 0, 1);
            var reached = 1;
            for (var i = 0; i < reached; i++)
            {
                var node = order[i];
                var (next, ways) = (distance[node] + 1, paths[node]);
                foreach (var other in graph.Neighbours(node))
                {
                    if (distance[other] < 0)
                    {
                        distance[other] = next;
                        order[reached++] = other;
                    }

                    if (distance[other] == next) paths[other] += ways;
                }
            }

            return reached;
        }

        private static int[] Filled(int count)
        {
            var values = new int[count];
            Array.Fill(values, -1);
            return values;
        }
    }
}
