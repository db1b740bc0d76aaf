using CsrGraph.LoadProbe;
using CsrGraph.Sqlite;
using CsrGraph.Store;
using Xunit;

namespace CsrGraph.StoreTests.Sqlite;

public sealed class BackupSpecs
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_copy_that_is_taken_while_a_load_is_under_way_is_the_state_before_it_and_whole()
    {
        using var folder = new StoreFolder();
        var copy = Path.Combine(folder.Root, "copy.db");
        await using var store = await folder.OpenAsync();
        await StoreFolder.LoadAsync(store, 2_000);
        async IAsyncEnumerable<Change> Changes()
        {
            var made = 0;
            foreach (var change in new MadeGraph(1_000, "more").Changes())
            {
                if (++made == 900) await store.BackupAsync(copy, Cancellation);
                yield return change;
            }
        }

        await store.ApplyAsync(new NewChangeSet(1, DateTimeOffset.UnixEpoch, "test", "more", null), Changes(), Cancellation);
        Assert.Equal(3_000, await StoreFolder.ClaimsAsync(store, 2));

        await using var copied = await SqliteGraphStore.OpenAsync(copy, Cancellation);
        Assert.Equal((1, 2_000), (await StoreFolder.HeadAsync(copied), await StoreFolder.ClaimsAsync(copied, 1)));
        Assert.Empty(await copied.IntegrityCheckAsync(Cancellation));
        await StoreFolder.ApplyAsync(copied, [], head: 1);
        Assert.DoesNotContain(Directory.GetFiles(folder.Root), f => f.EndsWith(".part", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_file_that_is_there_is_left_as_it_is()
    {
        using var folder = new StoreFolder();
        var copy = Path.Combine(folder.Root, "copy.db");
        await File.WriteAllTextAsync(copy, "minutes", Cancellation);
        await using var store = await folder.OpenAsync();
        var refusal = await Assert.ThrowsAsync<StoreUnavailableException>(() => store.BackupAsync(copy, Cancellation));
        Assert.Contains($"'{copy}' is there already", refusal.Message, StringComparison.Ordinal);
        Assert.Equal("minutes", await File.ReadAllTextAsync(copy, Cancellation));
    }

    [Fact]
    public async Task A_copy_that_is_given_up_or_fails_leaves_nothing()
    {
        using var folder = new StoreFolder();
        var copy = Path.Combine(folder.Root, "copy.db");
        await using var store = await folder.OpenAsync();
        await StoreFolder.LoadAsync(store, 100);
        using var source = new CancellationTokenSource();
        await source.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => store.BackupAsync(copy, source.Token));
        var nowhere = Path.Combine(folder.Root, "nowhere", "copy.db");
        var refusal = await Assert.ThrowsAsync<StoreUnavailableException>(() => store.BackupAsync(nowhere, Cancellation));
        Assert.Contains(nowhere, refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Directory.GetFiles(folder.Root), f => Path.GetFileName(f).StartsWith("copy", StringComparison.Ordinal));
    }
}
