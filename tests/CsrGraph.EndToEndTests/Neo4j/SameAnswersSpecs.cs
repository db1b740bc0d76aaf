using System.Text.Json;
using System.Text.RegularExpressions;
using CsrGraph.Tests;
using Xunit;

namespace CsrGraph.EndToEndTests.Neo4j;

/// <summary>Whoever asks, the answers from Neo4j are those from a file.</summary>
[Collection(Neo4jDefinition.Name)]
public sealed partial class SameAnswersSpecs(SeedsInNeo4j seeds)
{
    [Fact]
    public async Task The_cookbooks_questions_are_answered_alike()
    {
        Neo4jServer.Need();
        var cookbook = await File.ReadAllTextAsync(Path.Combine(SharedFiles.RepositoryRoot(), "docs", "cookbook.md"), TestContext.Current.CancellationToken);
        var questions = Question().Matches(cookbook).Select(m => m.Groups[1].Value).ToList();
        Assert.True(questions.Count > 20);
        foreach (var question in questions) await AssertAlikeAsync("query", question);
    }

    [Theory]
    [InlineData("1-who-guided-which-event")]
    [InlineData("2-which-firms-signed-which-pledge")]
    [InlineData("6-who-signs-with-whom")]
    [InlineData("4-who-spoke-and-as-what", """{"text":"第五届中国互联网企业社会责任论坛"}""")]
    public async Task The_questions_that_must_work_are_answered_alike(string question, string variables = "{}")
    {
        Neo4jServer.Need();
        await AssertAlikeAsync("query", SharedFiles.Path("contract", question + ".graphql"), "--variables", variables);
    }

    [Fact]
    public async Task Whether_they_signed_is_answered_alike_in_every_case()
    {
        Neo4jServer.Need();
        using var expected = JsonDocument.Parse(await File.ReadAllTextAsync(SharedFiles.Path("contract", "3-did-they-sign.json"), TestContext.Current.CancellationToken));
        foreach (var wanted in expected.RootElement.GetProperty("cases").EnumerateArray())
        {
            var (agent, pledge) = (await IdAsync(wanted[0].GetString()!), await IdAsync(wanted[1].GetString()!));
            await AssertAlikeAsync("query", SharedFiles.Path("contract", "3-did-they-sign.graphql"), "--variables", JsonSerializer.Serialize(new { agent, pledge }));
        }
    }

    [Fact]
    public async Task How_they_are_connected_is_answered_alike_in_every_case()
    {
        Neo4jServer.Need();
        using var expected = JsonDocument.Parse(await File.ReadAllTextAsync(SharedFiles.Path("contract", "5-how-are-they-connected.json"), TestContext.Current.CancellationToken));
        foreach (var wanted in expected.RootElement.GetProperty("cases").EnumerateArray())
        {
            var (from, to) = (await IdAsync(wanted.GetProperty("from").GetString()!), await IdAsync(wanted.GetProperty("to").GetString()!));
            await AssertAlikeAsync("query", SharedFiles.Path("contract", "5-how-are-they-connected.graphql"), "--variables", JsonSerializer.Serialize(new { from, to }));
        }
    }

    [Theory]
    [InlineData("jsonl")]
    [InlineData("gexf")]
    [InlineData("graphml")]
    [InlineData("jsonld")]
    [InlineData("ftm")]
    [InlineData("cypher")]
    [InlineData("jsonl", "--around", "org:tencent", "pledge:csr-2018", "--valid-at", "2018-12-31")]
    [InlineData("gexf", "--projection", "SPOKE_AT:PERSON:EVENT")]
    [InlineData("jsonl", "--projection", "SIGNED:ORGANISATION:PLEDGE", "--filter", """{"not":{"id":{"eq":"org:tencent"}}}""", "--over-filter", """{"name":{"contains":"2018"}}""")]
    public async Task What_is_exported_is_alike_but_for_when_it_was_loaded(string format, params string[] part)
    {
        Neo4jServer.Need();
        await AssertAlikeAsync(["export", "--format", format, .. part]);
    }

    [Fact]
    public async Task The_question_that_is_measured_is_answered_alike_for_all_events()
    {
        Neo4jServer.Need();
        var events = await AskFileAsync("{ events(first: 100) { nodes { id } } }");
        var ids = events.GetProperty("events").GetProperty("nodes").EnumerateArray().Select(n => n.GetProperty("id").GetString()).ToList();
        Assert.NotEmpty(ids);
        await AssertAlikeAsync("query", SharedFiles.Path("contract", "bench.graphql"), "--variables", JsonSerializer.Serialize(new { ids }));
    }

    [Fact]
    public async Task What_a_person_reads_is_alike()
    {
        Neo4jServer.Need();
        await AssertAlikeAsync("show", "org:tencent");
        await AssertAlikeAsync("who", "中国互联网协会");
        await AssertAlikeAsync("path", "抖音", "优酷");
        await AssertAlikeAsync("network", "腾讯", "--depth", "2", "--limit", "6");
        await AssertAlikeAsync("diff", Csrgraph.Seeds);
    }

    [Fact]
    public async Task A_server_over_it_says_that_it_is_well_and_answers()
    {
        Neo4jServer.Need();
        await using var serving = await Serving.StartAsync(seeds.Csrgraph, "--seed", Csrgraph.Seeds, "--store", "neo4j");
        Assert.Equal("{\"status\":\"ok\",\"changeSet\":1}", await serving.Client.GetStringAsync("healthz", TestContext.Current.CancellationToken));
        Assert.Contains("腾讯", (await serving.AskAsync("{ organisation(id: \"org:tencent\") { name } }")).GetRawText(), StringComparison.Ordinal);
    }

    private async Task<string> IdAsync(string name)
    {
        var found = await AskFileAsync($"{{ search(text: {JsonSerializer.Serialize(name)}, first: 1) {{ nodes {{ id }} }} }}");
        return found.GetProperty("search").GetProperty("nodes")[0].GetProperty("id").GetString()!;
    }

    private async Task<JsonElement> AskFileAsync(string question)
    {
        var answer = await seeds.Csrgraph.RunAsync(["query", question, "--store", "file.db"]);
        Assert.Equal(0, answer.ExitCode);
        return JsonDocument.Parse(answer.StandardOutput).RootElement.GetProperty("data");
    }

    private async Task AssertAlikeAsync(params string[] arguments)
    {
        var file = await seeds.Csrgraph.RunAsync([.. arguments, "--store", "file.db"]);
        var neo4j = await seeds.Csrgraph.RunAsync([.. arguments, "--store", "neo4j"]);
        Assert.True(neo4j.ExitCode == 0, neo4j.StandardError);
        Assert.Equal(Moments.Hide(file.StandardOutput), Moments.Hide(neo4j.StandardOutput));
    }

    [GeneratedRegex("```graphql\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Question();
}
