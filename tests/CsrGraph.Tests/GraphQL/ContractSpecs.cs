using System.Text.Json.Nodes;
using Xunit;

namespace CsrGraph.Tests.GraphQL;

/// <summary>The questions that must work as written, over the seeds.</summary>
public sealed class ContractSpecs(SeededApi seeded) : IClassFixture<SeededApi>
{
    private readonly Asking ask = seeded.Ask;

    [Fact]
    public async Task Who_guided_which_event_comes_back_with_the_words_in_four_calls()
    {
        var expected = Contract("1-who-guided-which-event.json");
        seeded.Store.Reset();
        var events = (await ask.DataAsync(Question("1-who-guided-which-event.graphql")))["events"]!["nodes"]!.AsArray();

        Assert.True(seeded.Store.Reads <= 4, $"{seeded.Store.Reads} calls");
        foreach (var (name, guides) in expected["guides"]!.AsObject())
        {
            var found = events.Single(e => (string)e!["name"]! == name)!;
            Assert.Equal(guides!.AsArray().Select(g => (string?)g).Order(), found.Texts("guidedBy.edges.node.name").Distinct().Order());
        }

        foreach (var edge in events.SelectMany(e => e!["guidedBy"]!["edges"]!.AsArray()))
        {
            Assert.Contains(edge.Texts("evidence.quote"), q => q is { Length: > 0 and <= 24 });
            Assert.NotEmpty(edge.Texts("evidence.document.publisher.name"));
        }
    }

    [Fact]
    public async Task Which_firms_signed_which_pledge_comes_back_with_its_roster_in_four_calls()
    {
        var expected = Contract("2-which-firms-signed-which-pledge.json");
        seeded.Store.Reset();
        var pledges = (await ask.DataAsync(Question("2-which-firms-signed-which-pledge.graphql")))["pledges"]!["nodes"]!.AsArray();

        Assert.True(seeded.Store.Reads <= 4, $"{seeded.Store.Reads} calls");
        foreach (var (name, pledge) in expected.AsObject())
        {
            var found = pledges.Single(p => (string)p!["name"]! == name)!;
            var signatories = pledge!["signatories"]!.AsArray().Select(s => (string?)s).Order().ToList();
            Assert.Equal(signatories, found.Texts("signatories.nodes").Count == 0 ? [] : found.Texts("signatories.nodes.name").Order());
            Assert.Equal(signatories.Count, (int)found["signatories"]!["totalCount"]!);
            if (pledge["roster"] is not { } roster) continue;
            Assert.Equal((int)roster["unnamed"]!, (int)found["roster"]!["unnamed"]!);
            foreach (var (key, value) in roster["stated"]!.AsObject()) Assert.True(JsonNode.DeepEquals(value, found["roster"]!["stated"]![key]), key);
        }
    }

    [Fact]
    public async Task Did_they_sign_is_answered_with_its_reason_in_four_calls()
    {
        foreach (var row in Contract("3-did-they-sign.json")["cases"]!.AsArray())
        {
            var (agent, pledge) = (await IdOfAsync((string)row![0]!), await IdOfAsync((string)row[1]!));
            seeded.Store.Reset();
            var signed = (await ask.DataAsync(Question("3-did-they-sign.graphql"), new { agent, pledge }))["signed"]!;

            Assert.Equal((string?)row[2], (string?)signed["answer"]);
            Assert.NotEmpty((string)signed["because"]!);
            Assert.NotEmpty(signed["evidence"]!.AsArray());
            Assert.True(seeded.Store.Reads <= 4, $"{seeded.Store.Reads} calls");
        }
    }

    [Fact]
    public async Task Who_signs_with_whom_comes_back_with_a_warning_of_who_is_missing()
    {
        var expected = Contract("6-who-signs-with-whom.json");
        var projection = (await ask.DataAsync(Question("6-who-signs-with-whom.graphql")))["projection"]!;

        Assert.Equal((int)expected["nodes"]!, projection["nodes"]!.AsArray().Count);
        Assert.Equal((int)expected["edges"]!, projection["edges"]!.AsArray().Count);
        Assert.All(projection["edges"]!.AsArray(), e => Assert.Equal((int)expected["everyWeight"]!, (int)e!["weight"]!));
        Assert.All(projection["edges"]!.AsArray(), e => Assert.Single(e!["initiatives"]!.AsArray()));
        var warning = Assert.Single(projection["warnings"]!.AsArray())!;
        Assert.Equal(
            ((int)expected["warning"]!["stated"]!, (int)expected["warning"]!["named"]!), ((int)warning["stated"]!, (int)warning["named"]!));
        Assert.Equal("36 signed, 12 named: 24 firms and up to 564 pairs are missing here", (string?)warning["sentence"]);
    }

    [Fact]
    public async Task Who_spoke_and_as_what_comes_back_in_four_calls()
    {
        var expected = Contract("4-who-spoke-and-as-what.json");
        seeded.Store.Reset();
        var data = await ask.DataAsync(Question("4-who-spoke-and-as-what.graphql"), new { text = (string)expected["text"]! });

        Assert.True(seeded.Store.Reads <= 4, $"{seeded.Store.Reads} calls");
        var edges = data["search"]!["nodes"]![0]!["speakers"]!["edges"]!.AsArray();
        foreach (var (name, speaker) in expected["speakers"]!.AsObject())
        {
            var edge = edges.Single(e => (string)e!["node"]!["name"]! == name)!;
            Assert.Equal((string?)speaker!["act"], (string?)edge["act"]);
            var position = speaker["position"]!.AsArray();
            Assert.Contains(edge["node"]!["positions"]!["edges"]!.AsArray(), p =>
                (string?)p!["title"] == (string?)position[0] && (string?)p["state"] == (string?)position[1] && (string?)p["node"]!["name"] == (string?)position[2]);
        }
    }

    [Fact]
    public async Task The_benchmark_question_runs()
    {
        var ids = (await ask.DataAsync("{ events(first: 100) { nodes { id } } }")).Texts("events.nodes.id");
        seeded.Store.Reset();
        var events = (await ask.DataAsync(Question("bench.graphql"), new { ids }))["events"]!["nodes"]!.AsArray();

        Assert.Equal(ids.Count, events.Count);
        Assert.True(seeded.Store.Reads <= 3, $"{seeded.Store.Reads} calls");
    }

    private async Task<string> IdOfAsync(string text) =>
        Assert.Single((await ask.DataAsync("query ($text: String!) { search(text: $text, first: 1) { nodes { id } } }", new { text })).Texts("search.nodes.id"))!;

    private static string Question(string file) => File.ReadAllText(SharedFiles.Path("contract", file));

    private static JsonNode Contract(string file) => JsonNode.Parse(Question(file))!;
}
