using Xunit;

namespace CsrGraph.EndToEndTests;

public sealed class GenerateSpecs : IDisposable
{
    private static readonly string[] Small = ["--entities", "200", "--claims", "600"];

    private readonly Csrgraph csrgraph = new();

    public void Dispose() => csrgraph.Dispose();

    [Fact]
    public async Task A_generated_folder_is_checked_and_loaded_and_its_second_edition_retracts_claims()
    {
        await ExpectAsync("200 entities, all made up", "generate", [.. Small, "--out", "made", "--sources", "texts"]);
        await ExpectAsync("no problems", "check", ["made", "--sources", "texts"]);
        await ExpectAsync("claims +600 -0", "load", ["made"]);
        await ExpectAsync("all made up", "generate", [.. Small, "--out", "corrected", "--edition", "2"]);

        var second = await csrgraph.RunAsync("load", "corrected");

        Assert.Matches(@"change-set 2: claims \+[1-9]\d* -[1-9]", second.StandardOutput);
    }

    [Fact]
    public async Task A_store_is_filled_with_the_sector_and_its_corrections_and_says_who_made_it_up()
    {
        await ExpectAsync("change-set 2: claims +", "generate", [.. Small, "--store", "made.db"]);

        var changes = await csrgraph.RunAsync("changes", "--store", "made.db");

        var lines = changes.StandardOutput.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(2, lines.Length);
        Assert.All(lines, line => Assert.Matches(@"csrgraph generate: .*made up \(虚构\)", line));
    }

    [Fact]
    public async Task What_is_not_empty_is_left_as_it_is()
    {
        await ExpectAsync("made up", "generate", [.. Small, "--store", "made.db"]);
        Directory.CreateDirectory(csrgraph.At("mine"));
        await File.WriteAllTextAsync(csrgraph.At("mine", "note.txt"), "mine", TestContext.Current.CancellationToken);

        var store = await csrgraph.RunAsync("generate", "--store", "made.db");
        var folder = await csrgraph.RunAsync("generate", "--out", "mine");

        Assert.Equal((1, 1), (store.ExitCode, folder.ExitCode));
        Assert.Contains("not empty", store.StandardError, StringComparison.Ordinal);
        Assert.Contains("not empty", folder.StandardError, StringComparison.Ordinal);
        Assert.Single(Directory.GetFileSystemEntries(csrgraph.At("mine")));
    }

    private async Task ExpectAsync(string said, string verb, string[] arguments)
    {
        var result = await csrgraph.RunAsync([verb, .. arguments]);

        Assert.Equal(0, result.ExitCode);
        Assert.Contains(said, result.StandardOutput, StringComparison.Ordinal);
    }
}
