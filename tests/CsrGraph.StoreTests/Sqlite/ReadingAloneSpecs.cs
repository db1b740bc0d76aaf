using CsrGraph.Store;
using Xunit;

namespace CsrGraph.StoreTests.Sqlite;

public sealed class ReadingAloneSpecs
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_store_that_was_opened_for_reading_answers_and_refuses_a_write()
    {
        using var folder = new StoreFolder();
        await using (var store = await folder.OpenAsync()) await StoreFolder.LoadAsync(store, 100);
        await using var reading = await folder.OpenAsync(o => o with { IsReadOnly = true });
        Assert.Equal((1, 100), (await StoreFolder.HeadAsync(reading), await StoreFolder.ClaimsAsync(reading, 1)));
        var refusal = await Assert.ThrowsAsync<StoreUnavailableException>(() => StoreFolder.ApplyAsync(reading, [], head: 1));
        Assert.Contains("opened for reading alone", refusal.Message, StringComparison.Ordinal);
        Assert.Empty(await reading.IntegrityCheckAsync(Cancellation));
    }

    [Fact]
    public async Task A_missing_file_is_not_made_to_be_read()
    {
        using var folder = new StoreFolder();
        var refusal = await Assert.ThrowsAsync<StoreUnavailableException>(() => folder.OpenAsync(o => o with { IsReadOnly = true }));
        Assert.Contains("cannot be opened", refusal.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(folder.File));
    }
}
