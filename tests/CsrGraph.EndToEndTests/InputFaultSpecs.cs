using System.Text;
using System.Text.Json;
using CsrGraph.Tests;
using Xunit;

namespace CsrGraph.EndToEndTests;

/// <summary>Seed folders that cannot be loaded.</summary>
public sealed class InputFaultSpecs : IDisposable
{
    private readonly Csrgraph csrgraph = new();

    public void Dispose() => csrgraph.Dispose();

    [Theory]
    [InlineData("check")]
    [InlineData("diff")]
    [InlineData("load")]
    public async Task A_folder_that_is_not_there_or_empty_ends_with_1_and_makes_no_store(string verb)
    {
        Directory.CreateDirectory(csrgraph.At("empty"));

        foreach (var folder in new[] { "no-such-folder", "empty" })
        {
            var result = await csrgraph.RunAsync(verb, folder);
            Assert.Equal(1, result.ExitCode);
            Assert.Contains(folder, result.StandardOutput + result.StandardError, StringComparison.Ordinal);
        }

        Assert.False(Directory.Exists(csrgraph.At("data")));
    }

    [Fact]
    public async Task Serve_on_an_empty_store_without_seeds_ends_with_1()
    {
        var result = await csrgraph.RunAsync("serve", "--urls", "http://127.0.0.1:0");

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("seed", result.StandardError, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_in_another_encoding_is_named_and_nothing_is_loaded()
    {
        csrgraph.CopySeeds();
        await File.WriteAllBytesAsync(csrgraph.At("seed", "entities", "companies.yaml"), [.. "- id: org:x\n  names: ["u8, 0xCC, 0xDA, .. "]\n"u8], TestContext.Current.CancellationToken);

        var result = await csrgraph.RunAsync("load");

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("seed/entities/companies.yaml", result.StandardError, StringComparison.Ordinal);
        Assert.Contains("UTF-8", result.StandardError, StringComparison.Ordinal);
        Assert.Equal(3, (await csrgraph.RunAsync("changes")).ExitCode);
    }

    [Fact]
    public async Task A_file_of_65_MB_is_refused_by_its_size()
    {
        csrgraph.CopySeeds();
        await using (var file = File.OpenWrite(csrgraph.At("seed", "entities", "large.yaml"))) file.SetLength(65L << 20);

        var result = await csrgraph.RunAsync("check");

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("seed/entities/large.yaml: the file has 65 MiB, more than the limit of 64 MiB", result.StandardOutput, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Problems_are_printed_as_text_as_annotations_and_as_JSON_with_file_and_line()
    {
        csrgraph.CopySeeds();
        await File.AppendAllTextAsync(csrgraph.At("seed", "entities", "places.yaml"), "- { id: place:new, names: [] }\n", TestContext.Current.CancellationToken);

        var text = await csrgraph.RunAsync("check");
        var github = await csrgraph.RunAsync("check", "--format", "github");
        var json = await csrgraph.RunAsync("check", "--format", "json");

        Assert.Equal((1, 1, 1), (text.ExitCode, github.ExitCode, json.ExitCode));
        Assert.Matches(@"^seed/entities/places\.yaml:\d+:\d+: ", text.StandardOutput);
        Assert.Matches(@"^::error file=seed/entities/places\.yaml,line=\d+,col=\d+::", github.StandardOutput);
        using var problems = JsonDocument.Parse(json.StandardOutput);
        Assert.Equal("seed/entities/places.yaml", problems.RootElement[0].GetProperty("file").GetString());
    }

    [Fact]
    public async Task The_real_seeds_pass_with_the_raw_texts_and_a_quote_is_located_in_them()
    {
        var sources = SharedFiles.Path("sources");

        var check = await csrgraph.RunAsync("check", Csrgraph.Seeds, "--sources", sources);
        var located = await csrgraph.RunAsync("locate", "csr-forum-2018", "腾讯", "--nth", "1", "--seed", Csrgraph.Seeds, "--sources", sources);
        var missing = await csrgraph.RunAsync("locate", "csr-forum-2018", "无此公司", "--seed", Csrgraph.Seeds, "--sources", sources);

        Assert.True(check.ExitCode == 0, check.StandardOutput);
        Assert.EndsWith("no problems\n", check.StandardOutput, StringComparison.Ordinal);
        Assert.Equal("1768-1770\n", located.StandardOutput);
        Assert.Equal(1, missing.ExitCode);
        Assert.Contains("无此公司", missing.StandardError, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Missing_spans_are_written()
    {
        var claims = Path.Combine(csrgraph.CopySeeds(), "documents", "csr-forum-2018", "claims.yaml");
        var before = await File.ReadAllTextAsync(claims, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(claims, before.Replace(", span: 1768-1770", "", StringComparison.Ordinal), new UTF8Encoding(false), TestContext.Current.CancellationToken);

        var result = await csrgraph.RunAsync("check", "--write-spans", "--sources", SharedFiles.Path("sources"));

        Assert.True(result.ExitCode == 0, result.StandardOutput);
        Assert.Contains("1 span written", result.StandardError, StringComparison.Ordinal);
        Assert.Contains("span: 1768-1770", await File.ReadAllTextAsync(claims, TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }
}
