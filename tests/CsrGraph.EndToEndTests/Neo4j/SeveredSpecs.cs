using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;
using Xunit;

namespace CsrGraph.EndToEndTests.Neo4j;

/// <summary>Neo4j goes away while questions are asked, and comes back.</summary>
[Collection(Neo4jDefinition.Name)]
public sealed class SeveredSpecs(SeedsInNeo4j seeds)
{
    private const string Question = "{ events { nodes { name guidedBy { edges { node { name } evidence { quote document { title } } } } } } }";

    [Fact]
    public async Task Meanwhile_questions_get_503_with_the_reason_and_never_half_an_answer_and_afterwards_the_same_server_answers()
    {
        Neo4jServer.Need();
        await using var relay = new SwitchedRelay(new Uri(Environment.GetEnvironmentVariable("NEO4J_URI")!));
        using var csrgraph = new Csrgraph { Variables = { ["NEO4J_URI"] = relay.Address } };
        await using var serving = await Serving.StartAsync(csrgraph, "--seed", Csrgraph.Seeds, "--store", "neo4j");
        var whole = (await serving.AskAsync(Question)).GetRawText();
        Assert.Contains("指导", whole, StringComparison.Ordinal);
        var answers = new ConcurrentBag<(HttpStatusCode Status, string Text)>();
        using var enough = new CancellationTokenSource();
        var clients = Enumerable.Range(0, 4).Select(_ => AskUntilAsync(serving, answers, enough.Token)).ToList();

        await relay.OffAsync();
        var (ready, reason) = await GetAsync(serving, "health/ready");
        var (refused, why) = await PostAsync(serving);
        var (live, _) = await GetAsync(serving, "health/live");
        relay.On();
        await enough.CancelAsync();
        await Task.WhenAll(clients);
        var (again, after) = await PostAsync(serving);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, ready);
        Assert.Contains("STORE_UNAVAILABLE", reason, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, refused);
        Assert.Contains(relay.Address, why, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, live);
        Assert.All(answers, a => Assert.True(a.Status == HttpStatusCode.OK ? a.Text == whole : a.Status == HttpStatusCode.ServiceUnavailable, $"{a.Status}: {a.Text}"));
        Assert.Equal((HttpStatusCode.OK, whole), (again, after));
        Assert.Equal(HttpStatusCode.OK, (await GetAsync(serving, "health/ready")).Status);
        Assert.Equal(1, (await seeds.Csrgraph.RunAsync("changes", "--store", "neo4j")).StandardOutput.Count(c => c == '\n'));
    }

    private static async Task AskUntilAsync(Serving serving, ConcurrentBag<(HttpStatusCode Status, string Text)> answers, CancellationToken enough)
    {
        while (!enough.IsCancellationRequested) answers.Add(await PostAsync(serving));
    }

    private static async Task<(HttpStatusCode Status, string Text)> PostAsync(Serving serving)
    {
        using var response = await serving.Client.PostAsJsonAsync("graphql", new { query = Question }, TestContext.Current.CancellationToken);
        return (response.StatusCode, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    private static async Task<(HttpStatusCode Status, string Text)> GetAsync(Serving serving, string path)
    {
        using var response = await serving.Client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
        return (response.StatusCode, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}
