using System.Text.Json;
using CsrGraph.Tests;
using Xunit;

namespace CsrGraph.EndToEndTests;

/// <summary>Entities, paths and networks on a terminal.</summary>
public sealed class WalkSpecs(LoadedStore store) : IClassFixture<LoadedStore>
{
    [Fact]
    public async Task A_path_is_a_table_as_the_README_shows_it()
    {
        var shown = await store.Csrgraph.RunAsync("path", "阿里巴巴集团", "沪江教育");

        Assert.Equal(0, shown.ExitCode);
        var readme = (await File.ReadAllLinesAsync(Path.Combine(SharedFiles.RepositoryRoot(), "README.md"), TestContext.Current.CancellationToken)).Select(l => l.Trim()).ToList();
        var lines = shown.StandardOutput.TrimEnd().Split('\n').Select(l => l.Trim()).ToList();
        var start = readme.IndexOf("$ csrgraph path 阿里巴巴集团 沪江教育") + 1;
        Assert.Equal(readme.Skip(start).Take(lines.Count), lines);
    }

    [Fact]
    public async Task A_path_for_scripts_is_what_the_API_answers()
    {
        var shown = await store.Csrgraph.RunAsync("path", "org:youku", "beikezhaofang", "--format", "json");

        Assert.Equal(0, shown.ExitCode);
        using var json = JsonDocument.Parse(shown.StandardOutput);
        Assert.Equal(2, json.RootElement.GetProperty("length").GetInt32());
        Assert.Equal("event:cases-2024", json.RootElement.GetProperty("paths")[0].GetProperty("hops")[0].GetProperty("to").GetProperty("id").GetString());
    }

    [Fact]
    public async Task That_there_is_no_path_is_an_answer()
    {
        var shown = await store.Csrgraph.RunAsync("path", "抖音", "京东", "--max-length", "3");

        Assert.Equal((0, "no path of at most 3 relations leads from 抖音 to 京东"), (shown.ExitCode, shown.StandardOutput.Trim()));
    }

    [Fact]
    public async Task Who_somebody_is_stands_in_a_tree()
    {
        var shown = await store.Csrgraph.RunAsync("who", "隋静");

        Assert.Equal(0, shown.ExitCode);
        Assert.Contains("└── spoke at 发言 (1)", shown.StandardOutput, StringComparison.Ordinal);
        Assert.Contains("uncertain)", shown.StandardOutput, StringComparison.Ordinal);
        var json = await store.Csrgraph.RunAsync("who", "隋静", "--format", "json");
        using var parsed = JsonDocument.Parse(json.StandardOutput);
        Assert.Equal("UNCERTAIN", parsed.RootElement.GetProperty("relations")[1].GetProperty("rows")[0].GetProperty("certainty").GetString());
    }

    [Fact]
    public async Task A_network_says_what_it_leaves_out()
    {
        var shown = await store.Csrgraph.RunAsync("network", "pledge:csr-2018", "--limit", "6");

        Assert.Equal(0, shown.ExitCode);
        Assert.Contains("6 entities, 5 relations", shown.StandardOutput, StringComparison.Ordinal);
        Assert.Contains("signed: 5 of 12 shown", shown.StandardOutput, StringComparison.Ordinal);
        var json = await store.Csrgraph.RunAsync("network", "百度", "--valid-at", "2018-08-01", "--format", "json");
        using var parsed = JsonDocument.Parse(json.StandardOutput);
        Assert.Equal(2, parsed.RootElement.GetProperty("nodes")[0].GetProperty("degree").GetInt32());
    }

    [Theory]
    [InlineData(1, "nothing is called 'nobody'", "path", "抖音", "nobody")]
    [InlineData(1, "is a document", "path", "抖音", "csr-forum-2018")]
    [InlineData(1, "'maxLength' is 7", "path", "抖音", "京东", "--max-length", "7")]
    [InlineData(1, "there is no relation type 'KNOWS'", "network", "抖音", "--by", "KNOWS")]
    [InlineData(1, "is a document", "who", "csr-forum-2018")]
    [InlineData(2, "not a day", "path", "抖音", "京东", "--valid-at", "yesterday")]
    [InlineData(2, "there is no change-set 9", "network", "抖音", "--known-at", "9")]
    [InlineData(2, "--first", "who", "抖音", "--first", "101")]
    public async Task What_is_wrong_is_said(int code, string said, params string[] arguments)
    {
        var result = await store.Csrgraph.RunAsync(arguments);

        Assert.Equal(code, result.ExitCode);
        Assert.Contains(said, result.StandardError, StringComparison.Ordinal);
    }
}
