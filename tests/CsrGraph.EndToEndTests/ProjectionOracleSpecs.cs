using System.Text.Json;
using CsrGraph.Query.Projecting;
using Xunit;

namespace CsrGraph.EndToEndTests;

/// <summary>Betweenness, modularity and communities are held to what graphology finds in the same graphs.</summary>
public sealed class ProjectionOracleSpecs(ITestOutputHelper output)
{
    private const int Graphs = 20;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Twenty_made_graphs_are_seen_alike()
    {
        var made = Enumerable.Range(0, Graphs).Select(Make).ToList();
        var partitions = made.ConvertAll(m => Communities.In(m.Graph, Cancellation).Of);
        var file = Path.GetTempFileName();
        try
        {
            var graphs = made.Zip(partitions, (m, of) => new { nodes = m.Graph.Nodes, edges = m.Edges.Select(e => new[] { e.A, e.B, e.Weight }), communities = of });
            await File.WriteAllTextAsync(file, JsonSerializer.Serialize(graphs), Cancellation);
            var run = await NpmFolder.Clients.RunAsync("projection.mjs", file);
            Assert.True(run.ExitCode == 0, run.StandardError);
            using var answers = JsonDocument.Parse(run.StandardOutput);
            Assert.Equal(Graphs, answers.RootElement.GetArrayLength());
            for (var i = 0; i < Graphs; i++) AssertAlike(answers.RootElement[i], made[i].Graph, partitions[i]);
        }
        finally
        {
            File.Delete(file);
        }
    }

    private void AssertAlike(JsonElement theirs, WeightedGraph graph, IReadOnlyList<int> partition)
    {
        var betweenness = Betweenness.Of(graph, Cancellation);
        Assert.Null(betweenness.Sample);
        Assert.Equal(graph.Nodes, theirs.GetProperty("betweenness").GetArrayLength());
        for (var node = 0; node < graph.Nodes; node++) Assert.Equal(theirs.GetProperty("betweenness")[node].GetDouble(), betweenness.Values[node], 1e-9);

        var (ours, louvain) = (Communities.Modularity(graph, partition)!.Value, theirs.GetProperty("louvain").GetDouble());
        Assert.Equal(theirs.GetProperty("modularity").GetDouble(), ours, 1e-12);
        Assert.Equal(theirs.GetProperty("components").GetInt32(), graph.Components());
        output.WriteLine($"{graph.Nodes} nodes, {graph.Edges} edges: modularity {ours:f5}, graphology's Louvain {louvain:f5}, {ours / louvain:f4} times");
        Assert.True(ours >= 0.99 * louvain, $"{ours} is less than 0.99 times {louvain}");
    }

    // Teams with many projects of their own and some with others, of several sizes; as who signs with whom.
    private static (WeightedGraph Graph, List<(int A, int B, int Weight)> Edges) Make(int number)
    {
        var random = new Random(number);
        var (nodes, teams) = (60 + (number * 20), 3 + (number % 9));
        var projects = Enumerable.Range(0, nodes * 2).Select(_ =>
        {
            var (team, isOpen) = (random.Next(teams), random.Next(100) < 10 + (number * 2));
            return Enumerable.Range(0, 2 + random.Next(5)).Select(_ => isOpen ? random.Next(nodes) : (random.Next(nodes / teams) * teams) + team).Distinct().Order().ToList();
        });
        var weights = new Dictionary<(int A, int B), int>();
        foreach (var project in projects)
        {
            foreach (var a in project)
            {
                foreach (var b in project.Where(b => a < b)) weights[(a, b)] = weights.GetValueOrDefault((a, b)) + 1;
            }
        }

        List<(int A, int B, int Weight)> edges = [.. weights.Select(w => (w.Key.A, w.Key.B, w.Value))];
        return (WeightedGraph.Of(nodes, edges), edges);
    }
}
