using CsCheck;
using CsrGraph.Query.Projecting;
using Xunit;

namespace CsrGraph.Tests.Query.Projecting;

/// <summary>Communities and modularity.</summary>
public sealed class CommunitiesSpecs
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void Cliques_in_a_ring_are_communities_of_their_own_the_largest_first()
    {
        var sizes = new[] { 5, 7, 5, 6 };
        var starts = sizes.Select((_, i) => sizes.Take(i).Sum()).ToArray();
        var edges = sizes.SelectMany((size, i) => Clique(starts[i], size)).ToList();
        for (var i = 0; i < sizes.Length; i++) edges.Add((starts[i], starts[(i + 1) % sizes.Length] + 1, 1));
        var found = Communities.In(WeightedGraph.Of(23, edges), Cancellation);

        Assert.Equal(4, found.Count);
        Assert.Equal([2, 0, 3, 1], starts.Select(s => found.Of[s]));
        for (var i = 0; i < sizes.Length; i++) Assert.Single(Enumerable.Range(starts[i], sizes[i]).Select(n => found.Of[n]).Distinct());
    }

    [Fact]
    public void What_has_no_edge_is_by_itself_and_a_graph_without_edges_has_no_modularity()
    {
        var graph = WeightedGraph.Of(3, []);
        var found = Communities.In(graph, Cancellation);
        Assert.Equal([0, 1, 2], found.Of);
        Assert.Null(Communities.Modularity(graph, found.Of));
    }

    [Fact]
    public void Modularity_is_the_sum_over_all_pairs_and_the_communities_beat_all_in_one() => MadeGraphs.Small.Sample(made =>
    {
        var graph = MadeGraphs.Graph(made);
        var found = Communities.In(graph, Cancellation);
        Assert.Equal(found.Of, Communities.In(graph, Cancellation).Of);
        if (made.Edges.Count == 0) return;
        var modularity = Communities.Modularity(graph, found.Of)!.Value;
        Assert.Equal(OverPairs(made, found.Of), modularity, 1e-12);
        Assert.True(modularity >= -1e-12, $"{modularity} is worse than no communities at all");
    });

    [Fact]
    public void Teams_with_some_work_for_others_are_found_again()
    {
        const int teams = 24;
        var random = new Random(3);
        var edges = new HashSet<(int A, int B)>();
        for (var node = 0; node < teams * 25; node++)
        {
            for (var i = 0; i < 6; i++) Join(node, node - (node % 25) + random.Next(25));
            for (var i = 0; i < 2; i++) Join(node, random.Next(teams * 25));
        }

        var graph = WeightedGraph.Of(teams * 25, [.. edges.Select(e => (e.A, e.B, 1))]);
        var found = Communities.In(graph, Cancellation);
        int[] made = [.. Enumerable.Range(0, teams * 25).Select(n => n / 25)];
        var (ours, theirs) = (Communities.Modularity(graph, found.Of)!.Value, Communities.Modularity(graph, made)!.Value);
        Assert.True(ours >= 0.99 * theirs, $"{ours} is worse than {theirs}, that of the teams");
        Assert.InRange(found.Count, teams * 9 / 10, teams);

        void Join(int a, int b)
        {
            if (a != b) edges.Add((Math.Min(a, b), Math.Max(a, b)));
        }
    }

    private static double OverPairs((int Nodes, List<(int A, int B, int Weight)> Edges) made, IReadOnlyList<int> of)
    {
        var weights = new double[made.Nodes, made.Nodes];
        foreach (var (a, b, weight) in made.Edges) (weights[a, b], weights[b, a]) = (weight, weight);
        var strengths = Enumerable.Range(0, made.Nodes).Select(a => Enumerable.Range(0, made.Nodes).Sum(b => weights[a, b])).ToArray();
        var all = strengths.Sum();
        return (from a in Enumerable.Range(0, made.Nodes)
                from b in Enumerable.Range(0, made.Nodes)
                where of[a] == of[b]
                select (weights[a, b] - (strengths[a] * strengths[b] / all)) / all).Sum();
    }

    private static IEnumerable<(int A, int B, int Weight)> Clique(int start, int size) =>
        Enumerable.Range(start, size).SelectMany(a => Enumerable.Range(a + 1, start + size - a - 1).Select(b => (a, b, 1)));
}
