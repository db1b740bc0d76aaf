using CsCheck;
using CsrGraph.Query.Projecting;
using Xunit;

namespace CsrGraph.Tests.Query.Projecting;

/// <summary>Nodes, edges and what is said of them.</summary>
public sealed class ProjectionSpecs
{
    private static readonly string[] People = ["a", "b", "c", "d"];

    [Fact]
    public void Edges_tell_what_is_shared_and_how_far_chance_would_go()
    {
        // a and b share two of four, one of them with c; d is alone.
        var projection = Project(People, 4, [(0, 0), (1, 0), (0, 1), (1, 1), (2, 1), (2, 2), (3, 3)]);
        var edge = projection.EdgesOf(1)[0];
        Assert.Equal(("a", "b", 2), (edge.A, edge.B, edge.Weight));
        Assert.Equal(1 + (1.0 / 2), edge.Newman, 1e-15);
        Assert.Equal(1, edge.Jaccard);
        Assert.Equal(1, edge.Expected);
        Assert.Equal(1.0 / 6, edge.Probability, 1e-12);
        Assert.Equal(["i0", "i1"], edge.Initiatives);
        Assert.Equal(["a-b", "a-c", "b-c"], projection.EdgesOf(9).Select(e => $"{e.A}-{e.B}"));
        Assert.Equal([("a", 2, 3L), ("b", 2, 3L), ("c", 2, 2L), ("d", 0, 0L)], projection.Nodes(9).Select(n => (n.Id, n.Degree, n.WeightedDegree)));
        Assert.Equal((0.5, 2, 3L), (projection.Density, projection.Components, projection.Edges));
        Assert.Equal([["a", "b", "c"], ["d"]], projection.CommunitiesOf(9).Select(c => c.Members));
    }

    [Fact]
    public void A_least_weight_leaves_weaker_edges_out_everywhere()
    {
        var projection = Project(People, 4, [(0, 0), (1, 0), (0, 1), (1, 1), (2, 1), (2, 2), (3, 3)], minWeight: 2);
        Assert.Equal(["a-b"], projection.EdgesOf(9).Select(e => $"{e.A}-{e.B}"));
        Assert.Equal([1, 1, 0, 0], projection.Nodes(9).Select(n => n.Degree));
        Assert.Equal(3, projection.Components);
    }

    [Fact]
    public void Nobody_together_is_an_answer_without_edges()
    {
        var projection = Project([], 0, []);
        Assert.Empty(projection.Nodes(9));
        Assert.Empty(projection.EdgesOf(9));
        Assert.Null(projection.Density);
        Assert.Null(projection.Modularity);
        Assert.Equal(0, projection.Components);
    }

    [Fact]
    public void Weights_are_those_of_counting_each_pair()
    {
        var pairs = Gen.Select(Gen.Int[0, 7], Gen.Int[0, 9]).List[0, 40];
        pairs.Sample(made =>
        {
            (int Agent, int Initiative)[] distinct = [.. Renumbered(made)];
            var projection = Project(
                [.. Enumerable.Range(0, 8).Select(i => $"p{i}")], distinct.Select(p => p.Initiative).DefaultIfEmpty(-1).Max() + 1, distinct);
            var given = projection.EdgesOf(99).Select(e => (e.A, e.B, e.Weight)).Order();
            var expected = from one in distinct
                           from other in distinct
                           where one.Initiative == other.Initiative && one.Agent < other.Agent
                           group one by (one.Agent, Other: other.Agent) into g
                           select ($"p{g.Key.Agent}", $"p{g.Key.Other}", g.Count());
            Assert.Equal(expected.Order(), given);
        });
    }

    // Without gaps, as they are given.
    private static IEnumerable<(int Agent, int Initiative)> Renumbered(List<(int Agent, int Initiative)> made)
    {
        var agents = made.Select(p => p.Agent).Distinct().Order().ToList();
        var initiatives = made.Select(p => p.Initiative).Distinct().Order().ToList();
        return made.Distinct().Select(p => (agents.IndexOf(p.Agent), initiatives.IndexOf(p.Initiative)));
    }

    private static Projection Project(string[] agents, int initiatives, (int, int)[] pairs, int minWeight = 1)
    {
        var participation = new Participation(pairs);
        return Projection.Of(
            agents[..participation.Agents],
            [.. Enumerable.Range(0, initiatives).Select(i => $"i{i}")],
            participation,
            minWeight,
            ProjectionParts.Communities | ProjectionParts.Betweenness,
            [],
            TestContext.Current.CancellationToken);
    }
}
