using System.Net;
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
        await using var questions = new Questioning(serving, Question, 4);
        var whole = await questions.AskAsync();
        Assert.Contains("指导", whole.Text, StringComparison.Ordinal);

        await relay.OffAsync();
        var (ready, reason) = await questions.GetAsync("health/ready");
        var (refused, why) = await questions.AskAsync();
        var (live, _) = await questions.GetAsync("health/live");
        relay.On();
        var answers = await questions.EndAsync();
        var again = await questions.AskAsync();

        Assert.Equal(HttpStatusCode.ServiceUnavailable, ready);
        Assert.Contains("STORE_UNAVAILABLE", reason, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, refused);
        Assert.Contains(relay.Address, why, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, live);
        Assert.All(answers, a => Assert.True(a == whole || a.Status == HttpStatusCode.ServiceUnavailable, $"{a.Status}: {a.Text}"));
        Assert.Equal((HttpStatusCode.OK, again), (whole.Status, whole));
        Assert.Equal(HttpStatusCode.OK, (await questions.GetAsync("health/ready")).Status);
        Assert.Equal(1, (await seeds.Csrgraph.RunAsync("changes", "--store", "neo4j")).StandardOutput.Count(c => c == '\n'));
    }
}
