using System.Diagnostics;
using CsrGraph.LoadProbe;
using CsrGraph.Sqlite;
using CsrGraph.Store;
using Xunit;

namespace CsrGraph.StoreTests.Sqlite;

public sealed class PatienceSpecs
{
    private const int Claims = 20_000;

    /// <summary>A question that no index helps with; it takes many times the patience of these tests.</summary>
    private static readonly FindRequest Slow = new()
    {
        Kinds = ["ORGANISATION"],
        Filter = new EntityFilter.Related(new RelationKey(MadeGraph.Type, RelationEnd.Subject), true, new EntityFilter.Related(
            new RelationKey(MadeGraph.Type, RelationEnd.Object), false, new EntityFilter.NameText(TextComparison.Equal, "nobody"), null), null),
        Page = PageRequest.All,
    };

    [Fact]
    public async Task A_question_that_takes_too_long_is_stopped_and_the_message_says_so()
    {
        using var folder = new StoreFolder();
        await using var store = await LoadedAsync(folder, o => o with { CommandDeadline = TimeSpan.FromMilliseconds(100) });
        var start = Stopwatch.GetTimestamp();
        var refusal = await Assert.ThrowsAsync<StoreUnavailableException>(() => store.FindAsync([Slow], new AsOf(1), TestContext.Current.CancellationToken));
        Assert.Contains("did not answer within 0.1 s", refusal.Message, StringComparison.Ordinal);
        Assert.InRange(Stopwatch.GetElapsedTime(start), TimeSpan.Zero, TimeSpan.FromSeconds(5));
        await store.CheckAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task A_caller_that_gives_up_stops_the_work_and_the_connection_answers_the_next()
    {
        using var folder = new StoreFolder();
        await using var store = await LoadedAsync(folder, o => o with { Readers = 1 });
        using var source = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));
        var start = Stopwatch.GetTimestamp();
        var stopped = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => store.FindAsync([Slow], new AsOf(1), source.Token));
        Assert.Equal(source.Token, stopped.CancellationToken);
        Assert.InRange(Stopwatch.GetElapsedTime(start), TimeSpan.Zero, TimeSpan.FromSeconds(5));
        Assert.Equal(Claims, await StoreFolder.ClaimsAsync(store, 1));
    }

    [Fact]
    public async Task More_questions_than_may_wait_are_refused()
    {
        using var folder = new StoreFolder();
        await using var store = await LoadedAsync(folder, o => o with { Readers = 1, QueueLimit = 0 });
        using var source = new CancellationTokenSource();
        var asked = Enumerable.Range(0, 3)
            .Select(_ => Task.Run(() => store.FindAsync([Slow], new AsOf(1), source.Token), TestContext.Current.CancellationToken)).ToHashSet();

        // One of them has the only connection; nobody may wait for it.
        for (var refused = 0; refused < 2; refused++)
        {
            var ended = await Task.WhenAny(asked);
            asked.Remove(ended);
            var refusal = await Assert.ThrowsAsync<StoreUnavailableException>(() => ended);
            Assert.Contains("questions waiting already", refusal.Message, StringComparison.Ordinal);
        }

        await source.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asked.Single());
    }

    private static async Task<SqliteGraphStore> LoadedAsync(StoreFolder folder, Func<SqliteStoreOptions, SqliteStoreOptions> with)
    {
        var store = await folder.OpenAsync(with);
        await StoreFolder.LoadAsync(store, Claims);
        return store;
    }
}
