using System.Text.Json;
using CsrGraph.Tests;
using Xunit;

namespace CsrGraph.EndToEndTests;

/// <summary>The questions that must work as written, over HTTP and through <c>query</c>; both ways give one answer.</summary>
public sealed class ContractSpecs(LoadedStore store) : IClassFixture<LoadedStore>
{
    [Fact]
    public async Task Who_guided_which_event()
    {
        var events = (await AskAsync("1-who-guided-which-event")).GetProperty("events").GetProperty("nodes").EnumerateArray().ToList();

        foreach (var wanted in Expected("1-who-guided-which-event").GetProperty("guides").EnumerateObject())
        {
            var edges = events.Single(e => Text(e, "name") == wanted.Name).GetProperty("guidedBy").GetProperty("edges").EnumerateArray().ToList();
            Assert.Equal(wanted.Value.EnumerateArray().Select(g => g.GetString()).Order(), edges.Select(e => Text(e.GetProperty("node"), "name")).Order());
        }

        var everyEdge = events.SelectMany(e => e.GetProperty("guidedBy").GetProperty("edges").EnumerateArray()).ToList();
        Assert.All(everyEdge, e => Assert.Contains(e.GetProperty("evidence").EnumerateArray(), p => Text(p, "quote") is { Length: > 0 and <= 24 }));
    }

    [Fact]
    public async Task Which_firms_signed_which_pledge()
    {
        var pledges = (await AskAsync("2-which-firms-signed-which-pledge")).GetProperty("pledges").GetProperty("nodes").EnumerateArray().ToList();

        foreach (var wanted in Expected("2-which-firms-signed-which-pledge").EnumerateObject())
        {
            var pledge = pledges.Single(p => Text(p, "name") == wanted.Name);
            var firms = wanted.Value.GetProperty("signatories").EnumerateArray().Select(s => s.GetString()).ToList();
            Assert.Equal(firms.Order(), pledge.GetProperty("signatories").GetProperty("nodes").EnumerateArray().Select(n => Text(n, "name")).Order());
            Assert.Equal(firms.Count, pledge.GetProperty("signatories").GetProperty("totalCount").GetInt32());
            if (!wanted.Value.TryGetProperty("roster", out var roster))
            {
                Assert.Equal(JsonValueKind.Null, pledge.GetProperty("roster").ValueKind);
                continue;
            }

            Assert.Equal(roster.GetProperty("unnamed").GetInt32(), pledge.GetProperty("roster").GetProperty("unnamed").GetInt32());
            foreach (var stated in roster.GetProperty("stated").EnumerateObject())
            {
                Assert.Equal(stated.Value.ToString(), pledge.GetProperty("roster").GetProperty("stated").GetProperty(stated.Name).ToString());
            }
        }
    }

    [Fact]
    public async Task Did_they_sign()
    {
        foreach (var wanted in Expected("3-did-they-sign").GetProperty("cases").EnumerateArray())
        {
            var (agent, pledge) = (await IdAsync(wanted[0].GetString()!), await IdAsync(wanted[1].GetString()!));
            var signed = (await AskAsync("3-did-they-sign", new { agent, pledge })).GetProperty("signed");
            Assert.Equal(wanted[2].GetString(), Text(signed, "answer"));
            Assert.NotEmpty(Text(signed, "because")!);
        }
    }

    [Fact]
    public async Task Who_spoke_and_as_what()
    {
        var expected = Expected("4-who-spoke-and-as-what");
        var answer = await AskAsync("4-who-spoke-and-as-what", new { text = Text(expected, "text") });
        var edges = answer.GetProperty("search").GetProperty("nodes")[0].GetProperty("speakers").GetProperty("edges").EnumerateArray().ToList();

        foreach (var wanted in expected.GetProperty("speakers").EnumerateObject())
        {
            var edge = edges.Single(e => Text(e.GetProperty("node"), "name") == wanted.Name);
            Assert.Equal(Text(wanted.Value, "act"), Text(edge, "act"));
            var position = wanted.Value.GetProperty("position").EnumerateArray().Select(p => p.GetString()).ToArray();
            Assert.Contains(edge.GetProperty("node").GetProperty("positions").GetProperty("edges").EnumerateArray(), p => position.SequenceEqual([Text(p, "title"), Text(p, "state"), Text(p.GetProperty("node"), "name")]));
        }
    }

    [Fact]
    public async Task How_are_they_connected()
    {
        foreach (var wanted in Expected("5-how-are-they-connected").GetProperty("cases").EnumerateArray())
        {
            var (from, to) = (await IdAsync(Text(wanted, "from")!, "ORGANISATION"), await IdAsync(Text(wanted, "to")!, "ORGANISATION"));
            var paths = (await AskAsync("5-how-are-they-connected", new { from, to })).GetProperty("paths");
            var isFound = wanted.GetProperty("found").GetBoolean();
            Assert.Equal(isFound, paths.GetProperty("found").GetBoolean());
            if (!isFound)
            {
                Assert.Contains("at most 3 relations", Text(paths, "because"), StringComparison.Ordinal);
                continue;
            }

            Assert.Equal(wanted.GetProperty("length").GetInt32(), paths.GetProperty("length").GetInt32());
            var hops = paths.GetProperty("paths").EnumerateArray().SelectMany(p => p.GetProperty("hops").EnumerateArray()).ToList();
            Assert.Contains(hops, h => Text(h.GetProperty("to"), "name") == Text(wanted, "through"));
            Assert.All(hops, h => Assert.NotEmpty(h.GetProperty("evidence").EnumerateArray()));
        }
    }

    [Fact]
    public async Task Who_signs_with_whom()
    {
        var (expected, projection) = (Expected("6-who-signs-with-whom"), (await AskAsync("6-who-signs-with-whom")).GetProperty("projection"));
        Assert.Equal(expected.GetProperty("nodes").GetInt32(), projection.GetProperty("nodes").GetArrayLength());
        Assert.Equal(expected.GetProperty("edges").GetInt32(), projection.GetProperty("edges").GetArrayLength());
        Assert.All(projection.GetProperty("edges").EnumerateArray(), e => Assert.Equal(expected.GetProperty("everyWeight").GetInt32(), e.GetProperty("weight").GetInt32()));
        var warning = Assert.Single(projection.GetProperty("warnings").EnumerateArray());
        foreach (var number in expected.GetProperty("warning").EnumerateObject()) Assert.Equal(number.Value.GetInt32(), warning.GetProperty(number.Name).GetInt32());
    }

    private static string? Text(JsonElement json, string name) => json.GetProperty(name).GetString();

    private static JsonElement Expected(string question) =>
        JsonDocument.Parse(File.ReadAllText(SharedFiles.Path("contract", question + ".json"))).RootElement;

    private async Task<string> IdAsync(string name, params string[] kinds)
    {
        var answer = await store.Serving.AskAsync("query($text: String!, $kinds: [EntityKind!]!) { search(text: $text, kinds: $kinds, first: 1) { nodes { id } } }", new { text = name, kinds });
        return Text(answer.GetProperty("data").GetProperty("search").GetProperty("nodes")[0], "id")!;
    }

    private async Task<JsonElement> AskAsync(string question, object? variables = null)
    {
        var file = SharedFiles.Path("contract", question + ".graphql");
        var served = await store.Serving.AskAsync(await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken), variables);
        Assert.False(served.TryGetProperty("errors", out _), served.ToString());
        var queried = await store.Csrgraph.RunAsync(["query", file, .. variables is null ? Array.Empty<string>() : ["--variables", JsonSerializer.Serialize(variables)]]);
        Assert.Equal(0, queried.ExitCode);
        using var json = JsonDocument.Parse(queried.StandardOutput);
        Assert.True(JsonElement.DeepEquals(served, json.RootElement), queried.StandardOutput);
        return served.GetProperty("data");
    }
}
