using System.Text.Json;
using Xunit;

namespace CsrGraph.EndToEndTests;

public sealed class HistorySpecs : IDisposable
{
    private const string Signed =
        "query($at: KnownAt!) { asOf(knownAt: $at) { pledge(id: \"pledge:csr-2018\") { signatories { totalCount } } } statistics { claims } }";

    private readonly Csrgraph csrgraph = new();

    public void Dispose() => csrgraph.Dispose();

    [Fact]
    public async Task Load_load_again_change_diff_load_roll_back_and_load_each_say_what_they_did()
    {
        var claims = Path.Combine(csrgraph.CopySeeds(), "documents", "csr-forum-2018", "claims.yaml");
        await ExpectAsync("change-set 1: claims +", "load", "--author", "ann", "--message", "first");
        await ExpectAsync("nothing to load: change-set 1", "load");

        var yaml = await File.ReadAllTextAsync(claims, TestContext.Current.CancellationToken);
        var signature = yaml.IndexOf("- SIGNED: [org:huajiao", StringComparison.Ordinal);
        await File.WriteAllTextAsync(claims, yaml.Remove(signature, yaml.IndexOf("\n- ", signature, StringComparison.Ordinal) + 1 - signature), TestContext.Current.CancellationToken);
        var document = csrgraph.At("seed", "documents", "csr-forum-2018", "document.yaml");
        await File.WriteAllTextAsync(document, (await File.ReadAllTextAsync(document, TestContext.Current.CancellationToken)).Split("assertions:")[0] + "assertions: { claims: 1, entities: 1 }", TestContext.Current.CancellationToken);
        var diff = await ExpectAsync("claims +0 -1", "diff");
        Assert.Single(diff.Split('\n'), l => l.StartsWith("- ", StringComparison.Ordinal) && l.Contains("signed", StringComparison.Ordinal));
        await ExpectAsync("change-set 2: claims +0 -1", "load", "--author", "bob");

        var dryRun = await ExpectAsync("would be claims +1 -0", "rollback", "2", "--dry-run");
        Assert.Contains("+ ", dryRun, StringComparison.Ordinal);
        await ExpectAsync("change-set 3: claims +1 -0", "rollback", "2", "--author", "ann");
        await ExpectAsync("nothing to roll back", "rollback", "2");
        await ExpectAsync("change-set 4: claims +0 -1", "load");

        var history = await ExpectAsync("ann: first", "changes");
        Assert.Equal(4, history.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Contains("- ", await ExpectAsync("bob: ", "changes", "2"), StringComparison.Ordinal);
        Assert.Equal([12, 11, 12, 11], await SignatoriesAsync(1, 2, 3, 4));
    }

    [Fact]
    public async Task What_stands_in_the_way_of_a_rollback_is_said_and_nothing_changes()
    {
        csrgraph.CopySeeds();
        await ExpectAsync("change-set 1", "load");
        var file = csrgraph.At("seed", "entities", "companies.yaml");
        var yaml = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(file, yaml + "- { id: org:new-firm, category: COMPANY, names: [新公司] }\n", TestContext.Current.CancellationToken);
        await ExpectAsync("entities and documents +1", "load");
        await File.WriteAllTextAsync(file, yaml + "- { id: org:new-firm, category: COMPANY, names: [新新公司] }\n", TestContext.Current.CancellationToken);
        await ExpectAsync("change-set 3", "load");

        var refused = await csrgraph.RunAsync("rollback", "2");

        Assert.Equal(1, refused.ExitCode);
        Assert.Contains("org:new-firm was changed again", refused.StandardError, StringComparison.Ordinal);
        Assert.Equal(1, (await csrgraph.RunAsync("rollback", "9")).ExitCode);
        Assert.Equal(1, (await csrgraph.RunAsync("changes", "9")).ExitCode);
        Assert.DoesNotContain("   4  ", await ExpectAsync("   3  ", "changes"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_comment_in_a_file_makes_an_empty_change_set_that_says_so()
    {
        csrgraph.CopySeeds();
        await ExpectAsync("change-set 1", "load");
        await File.AppendAllTextAsync(csrgraph.At("seed", "entities", "companies.yaml"), "# a remark\n", TestContext.Current.CancellationToken);

        await ExpectAsync("no difference", "diff");
        await ExpectAsync("change-set 2: an empty change-set", "load");
        await ExpectAsync("nothing to load", "load");
    }

    [Fact]
    public async Task A_document_that_the_folder_does_not_hold_stays_unless_it_is_pruned()
    {
        var extra = Path.Combine(csrgraph.CopySeeds(), "documents", "extra");
        Directory.CreateDirectory(extra);
        await File.WriteAllTextAsync(Path.Combine(extra, "document.yaml"), $"{{ title: 又一篇报道, language: zh-Hans, licence: None., sha256: {new string('a', 64)}, assertions: {{ claims: 1, entities: 2 }} }}", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Combine(extra, "claims.yaml"), "- { SIGNED: [org:tencent, pledge:csr-2018], quote: 腾讯, span: 1-3 }", TestContext.Current.CancellationToken);
        await ExpectAsync("change-set 1", "load");
        Directory.Delete(extra, recursive: true);

        await ExpectAsync("no difference", "diff");
        var pruned = await ExpectAsync("claims +0 -0, evidence +0 -1", "diff", "--prune");
        Assert.Contains("- extra 又一篇报道", pruned, StringComparison.Ordinal);
        await ExpectAsync("claims +0 -0, evidence +0 -1", "load", "--prune");
        Assert.Equal(1, (await csrgraph.RunAsync("show", "extra")).ExitCode);
    }

    private async Task<string> ExpectAsync(string said, params string[] arguments)
    {
        var result = await csrgraph.RunAsync(arguments);
        Assert.True(result.ExitCode == 0, $"{string.Join(' ', arguments)} ended with {result.ExitCode}: {result.StandardError}");
        Assert.Contains(said, result.StandardOutput, StringComparison.Ordinal);
        return result.StandardOutput;
    }

    private async Task<IReadOnlyList<int>> SignatoriesAsync(params int[] numbers)
    {
        var counts = new List<int>();
        foreach (var number in numbers)
        {
            var answer = await csrgraph.RunAsync("query", Signed, "--variables", $$"""{"at":{{number}}}""");
            Assert.True(answer.ExitCode == 0, answer.StandardOutput);
            using var json = JsonDocument.Parse(answer.StandardOutput);
            counts.Add(json.RootElement.GetProperty("data").GetProperty("asOf").GetProperty("pledge").GetProperty("signatories").GetProperty("totalCount").GetInt32());
        }

        return counts;
    }
}
