using System.Globalization;
using CsrGraph.LoadProbe;
using CsrGraph.Sqlite;
using CsrGraph.Store;
using Microsoft.Data.Sqlite;
using Xunit;

namespace CsrGraph.StoreTests.Sqlite;

public sealed class WritingSpecs
{
    private static readonly TimeSpan Soon = TimeSpan.FromMilliseconds(200);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task While_another_writes_a_load_is_refused_with_who_that_is()
    {
        using var folder = new StoreFolder();
        await using var store = await folder.OpenAsync(o => o with { BusyTimeout = Soon });
        using var other = Lock(folder.File);
        await File.WriteAllTextAsync(
            folder.Note, string.Create(CultureInfo.InvariantCulture, $"{Environment.ProcessId} {Environment.MachineName} 2025-01-01T00:00:00Z\n"), Cancellation);
        var refusal = await Assert.ThrowsAsync<StoreBusyException>(() => StoreFolder.LoadAsync(store, 10));
        Assert.Contains(folder.File, refusal.Message, StringComparison.Ordinal);
        Assert.Contains(
            $"process {Environment.ProcessId} on {Environment.MachineName}, since 2025-01-01T00:00:00Z", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_note_that_a_dead_process_left_names_nobody_and_hinders_nobody()
    {
        using var folder = new StoreFolder();
        await using var store = await folder.OpenAsync(o => o with { BusyTimeout = Soon });
        await File.WriteAllTextAsync(folder.Note, $"{int.MaxValue} {Environment.MachineName} 2025-01-01T00:00:00Z\n", Cancellation);
        using (Lock(folder.File))
        {
            var refusal = await Assert.ThrowsAsync<StoreBusyException>(() => StoreFolder.LoadAsync(store, 10));
            Assert.Contains("another process, which left no note", refusal.Message, StringComparison.Ordinal);
        }

        await StoreFolder.LoadAsync(store, 10);
        Assert.False(File.Exists(folder.Note));
    }

    [Fact]
    public async Task What_another_applies_is_seen_as_soon_as_the_head_is_not_remembered_any_more()
    {
        using var folder = new StoreFolder();
        await using var writer = await folder.OpenAsync();
        await using var patient = await folder.OpenAsync(o => o with { HeadLifetime = TimeSpan.FromMinutes(5) });
        await using var usual = await folder.OpenAsync();
        await using var asking = await folder.OpenAsync(o => o with { HeadLifetime = TimeSpan.Zero });
        foreach (var store in (SqliteGraphStore[])[patient, usual, asking]) Assert.Equal(0, await StoreFolder.HeadAsync(store));

        await StoreFolder.LoadAsync(writer, 10);

        Assert.Equal(1, await StoreFolder.HeadAsync(writer));
        Assert.Equal(1, await StoreFolder.HeadAsync(asking));
        Assert.Equal(0, await StoreFolder.HeadAsync(patient));
        await Task.Delay(new SqliteStoreOptions(folder.File).HeadLifetime, TimeProvider.System, Cancellation);
        Assert.Equal(1, await StoreFolder.HeadAsync(usual));

        // Who was refused since another came first sees that it did.
        await Assert.ThrowsAsync<StoreMovedException>(() => StoreFolder.ApplyAsync(patient, []));
        Assert.Equal(1, await StoreFolder.HeadAsync(patient));
    }

    [Fact]
    public async Task A_load_says_who_writes_as_long_as_it_does_and_a_second_one_waits()
    {
        using var folder = new StoreFolder();
        await using var store = await folder.OpenAsync();
        await using var second = await folder.OpenAsync();
        var note = "";
        Task<ChangeSet>? later = null;
        IEnumerable<Change> Changes()
        {
            foreach (var change in new MadeGraph(100).Changes())
            {
                if (note.Length == 0) note = File.ReadAllText(folder.Note);
                later ??= StoreFolder.ApplyAsync(second, [], head: 1);
                yield return change;
            }
        }

        await StoreFolder.ApplyAsync(store, Changes());
        Assert.StartsWith($"{Environment.ProcessId} {Environment.MachineName} ", note, StringComparison.Ordinal);
        Assert.Equal(2, (await later!).Number);
        Assert.False(File.Exists(folder.Note));
    }

    [Fact]
    public async Task A_full_disk_leaves_the_store_as_it_was_and_usable()
    {
        using var folder = new StoreFolder();
        await using (var store = await folder.OpenAsync()) await StoreFolder.LoadAsync(store, 200);
        var pages = (new FileInfo(folder.File).Length / 4096) + 30;
        await using var full = await folder.OpenAsync(o => o with { MaxPages = pages });
        var more = Enumerable.Range(0, 20_000).Select(i => new Change.EntityAdded(Harness.Make.Person($"person:more-{i}", $"More {i}")));
        var refusal = await Assert.ThrowsAsync<StoreUnavailableException>(() => StoreFolder.ApplyAsync(full, more, head: 1));
        Assert.Contains($"the disk of '{folder.File}' is full", refusal.Message, StringComparison.Ordinal);

        Assert.Equal(1, await StoreFolder.HeadAsync(full));
        Assert.Equal(200, await StoreFolder.ClaimsAsync(full, 1));
        Assert.Empty(await full.IntegrityCheckAsync(Cancellation));
        Assert.False(File.Exists(folder.Note));
        var one = await StoreFolder.ApplyAsync(full, [new Change.EntityAdded(Harness.Make.Person("person:one", "One"))], head: 1);
        Assert.Equal(2, one.Number);
    }

    [Fact]
    public async Task Readers_see_the_head_before_until_a_load_is_done()
    {
        using var folder = new StoreFolder();
        await using var store = await folder.OpenAsync();
        await StoreFolder.LoadAsync(store, 100);
        var seen = new List<(long Head, long Claims)>();
        async IAsyncEnumerable<Change> Changes()
        {
            for (var i = 0; i < 100; i++)
            {
                yield return new Change.ClaimRetracted(new MadeGraph(100).Claim(i));
                if (i % 25 == 0) seen.Add((await StoreFolder.HeadAsync(store), await StoreFolder.ClaimsAsync(store, 2)));
            }
        }

        await store.ApplyAsync(new NewChangeSet(1, DateTimeOffset.UnixEpoch, "test", "retract", null), Changes(), Cancellation);
        Assert.Equal([(1, 100), (1, 100), (1, 100), (1, 100)], seen);
        Assert.Equal((2, 0), (await StoreFolder.HeadAsync(store), await StoreFolder.ClaimsAsync(store, 2)));
    }

    [Fact]
    public async Task Changes_that_are_read_from_a_store_can_be_applied_to_it_meanwhile()
    {
        using var folder = new StoreFolder();
        await using var store = await folder.OpenAsync(o => o with { Readers = 1 });
        await StoreFolder.LoadAsync(store, 100);
        var inverse = store.ChangesAsync(0, 1, Cancellation).Where(c => c is Change.ClaimAdded)
            .Select(Change (c) => new Change.ClaimRetracted(((Change.ClaimAdded)c).Claim));
        var applied = await store.ApplyAsync(new NewChangeSet(1, DateTimeOffset.UnixEpoch, "test", "back", null), inverse, Cancellation);
        Assert.Equal((0, 100), (applied.Added, applied.Retracted));
        Assert.Equal(0, await StoreFolder.ClaimsAsync(store, 2));
    }

    private static SqliteConnection Lock(string file)
    {
        var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "BEGIN IMMEDIATE";
        command.ExecuteNonQuery();
        return connection;
    }
}
