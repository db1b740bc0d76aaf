using CsrGraph.Model;
using CsrGraph.Sqlite;
using CsrGraph.Store;
using Xunit;

namespace CsrGraph.EndToEndTests;

/// <summary>A store with a kind and a relation type that the vocabulary lacks: nothing of them could be shown, so nothing is answered.</summary>
public sealed class UnknownTypeSpecs : IDisposable
{
    private readonly Csrgraph csrgraph = new();

    public void Dispose() => csrgraph.Dispose();

    [Theory]
    [InlineData("serve", "--urls", "http://127.0.0.1:0")]
    [InlineData("load")]
    [InlineData("diff")]
    [InlineData("rollback", "1")]
    [InlineData("show", "robot:r2d2")]
    [InlineData("query", "{ events { totalCount } }")]
    public async Task It_is_refused_with_3_naming_each_and_how_many(params string[] arguments)
    {
        await MakeStoreAsync();

        var result = await csrgraph.RunAsync(arguments);

        Assert.True(result.ExitCode == 3, $"{result.ExitCode}: {result.StandardError}");
        Assert.Contains("the kind ROBOT, of 2 entities", result.StandardError, StringComparison.Ordinal);
        Assert.Contains("the relation type LIKED, of 1 claim", result.StandardError, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", result.StandardError, StringComparison.Ordinal);
        Assert.Empty(result.StandardOutput);
    }

    [Fact]
    public async Task It_can_still_be_copied_checked_and_its_history_listed()
    {
        await MakeStoreAsync();

        Assert.Equal(0, (await csrgraph.RunAsync("backup", "copy.db")).ExitCode);
        Assert.Equal(0, (await csrgraph.RunAsync("check", "--store")).ExitCode);
        Assert.Contains("by hand", (await csrgraph.RunAsync("changes")).StandardOutput, StringComparison.Ordinal);
    }

    private async Task MakeStoreAsync()
    {
        csrgraph.CopySeeds();
        await using var store = await SqliteGraphStore.OpenAsync(csrgraph.At("data", "csrgraph.db"), TestContext.Current.CancellationToken);
        var claim = new Claim(ClaimKind.Relation, "LIKED", new EntityId("robot:r2d2"), new EntityId("robot:c3po"), Qualifiers.None, null);
        Change[] changes =
        [
            new Change.EntityAdded(Named("report", "DOCUMENT", "报道")),
            new Change.EntityAdded(Named("robot:c3po", "ROBOT", "机器人甲")),
            new Change.EntityAdded(Named("robot:r2d2", "ROBOT", "机器人乙")),
            new Change.ClaimAdded(claim, new ClaimOrder(null, null, 1)),
            new Change.EvidenceAdded(claim.Id, new Evidence(new EntityId("report"), "喜欢", new Span(1, 3), Grade.Verbatim, null, null)),
        ];
        var at = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
        await store.ApplyAsync(new NewChangeSet(0, at, "ann", "by hand", null), changes.ToAsyncEnumerable(), TestContext.Current.CancellationToken);
    }

    private static Entity Named(string id, string kind, string name) =>
        new(new EntityId(id), kind, null, [new Name(name, "zh-Hans", "FULL", true, null, null)], [], Qualifiers.None, null);
}
