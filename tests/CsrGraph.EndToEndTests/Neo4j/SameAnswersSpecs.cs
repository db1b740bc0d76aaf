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
    [InlineData("3-did-they-sign", """{"agent":"org:tencent","pledge":"pledge:csr-2018"}""")]
    [InlineData("3-did-they-sign", """{"agent":"org:iqiyi","pledge":"pledge:csr-2018"}""")]
    [InlineData("4-who-spoke-and-as-what", """{"text":"第五届中国互联网企业社会责任论坛"}""")]
    public async Task The_questions_that_must_work_are_answered_alike(string question, string variables = "{}")
    {
        Neo4jServer.Need();
        await AssertAlikeAsync("query", SharedFiles.Path("contract", question + ".graphql"), "--variables", variables);
    }

    [Fact]
    public async Task What_a_person_reads_is_alike()
    {
        Neo4jServer.Need();
        await AssertAlikeAsync("show", "org:tencent");
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

    private async Task AssertAlikeAsync(params string[] arguments)
    {
        var file = await seeds.Csrgraph.RunAsync([.. arguments, "--store", "file.db"]);
        var neo4j = await seeds.Csrgraph.RunAsync([.. arguments, "--store", "neo4j"]);
        Assert.Equal(0, neo4j.ExitCode);
        Assert.Equal(file.StandardOutput, neo4j.StandardOutput);
    }

    [GeneratedRegex("```graphql\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Question();
}
