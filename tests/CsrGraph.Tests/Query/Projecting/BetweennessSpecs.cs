using CsCheck;
using CsrGraph.Query.Projecting;
using Xunit;

namespace CsrGraph.Tests.Query.Projecting;

/// <summary>Betweenness.</summary>
public sealed class BetweennessSpecs
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void The_middle_of_a_star_lies_on_all_paths_and_its_ends_on_none()
    {
        var star = WeightedGraph.Of(5, [(0, 1, 1), (0, 2, 1), (0, 3, 1), (0, 4, 1)]);
        Assert.Equal([1, 0, 0, 0, 0], Betweenness.Of(star, Cancellation).Values);
        Assert.Equal([0, 0], Betweenness.Of(WeightedGraph.Of(2, [(0, 1, 1)]), Cancellation).Values);
    }

    [Fact]
    public void It_is_what_counting_all_shortest_paths_gives() => MadeGraphs.Small.Sample(made =>
    {
        var given = Betweenness.Of(MadeGraphs.Graph(made), Cancellation);
        Assert.Null(given.Sample);
        var expected = Counted(made.Nodes, made.Edges);
        for (var node = 0; node < made.Nodes; node++) Assert.Equal(expected[node], given.Values[node], 1e-12);
    });

    [Fact]
    public void Above_five_thousand_nodes_it_is_estimated_and_the_same_each_time()
    {
        // Wheels side by side: each hub lies between all of its own rim.
        var edges = Enumerable.Range(0, 600).SelectMany(w => Enumerable.Range(1, 9).Select(i => (A: w * 10, B: (w * 10) + i, Weight: 1))).ToList();
        var graph = WeightedGraph.Of(6_000, edges);
        var one = Betweenness.Of(graph, Cancellation);
        Assert.Equal(Betweenness.MostNodes, one.Sample);
        Assert.Equal(one.Values, Betweenness.Of(graph, Cancellation).Values);
        var exact = 9.0 * 8 / (5_999.0 * 5_998);
        for (var wheel = 0; wheel < 600; wheel++) Assert.InRange(one.Values[wheel * 10], exact * 0.3, exact * 1.3);
        Assert.InRange(Enumerable.Range(0, 600).Average(w => one.Values[w * 10]), exact * 0.98, exact * 1.02);
    }

    private static double[] Counted(int nodes, List<(int A, int B, int Weight)> edges)
    {
        var between = new double[nodes];
        var next = edges.SelectMany(e => new[] { (e.A, e.B), (A: e.B, B: e.A) }).ToLookup(e => e.Item1, e => e.Item2);
        for (var from = 0; from < nodes; from++)
        {
            for (var to = from + 1; to < nodes; to++)
            {
                var paths = Shortest(from, to, nodes, next);
                foreach (var path in paths)
                {
                    foreach (var node in path.Skip(1).SkipLast(1)) between[node] += 1.0 / paths.Count;
                }
            }
        }

        return Array.ConvertAll(between, b => nodes < 3 ? 0 : b * 2 / ((nodes - 1.0) * (nodes - 2)));
    }

    private static List<int[]> Shortest(int from, int to, int nodes, ILookup<int, int> next)
    {
        List<int[]> paths = [[from]];
        for (var length = 0; length < nodes && paths.Count > 0; length++)
        {
            paths = [.. paths.SelectMany(p => next[p[^1]].Where(n => !p.Contains(n)).Select(n => (int[])[.. p, n]))];
            if (paths.Where(p => p[^1] == to).ToList() is { Count: > 0 } found) return found;
        }

        return [];
    }
}
