using CsrGraph.LoadProbe;
using CsrGraph.Store;
using CsrGraph.StoreTests.Harness;
using Microsoft.Data.Sqlite;
using Xunit;

namespace CsrGraph.StoreTests.Sqlite;

/// <summary>A load into an empty store that is large enough to be written without indexes.</summary>
public sealed class BulkLoadSpecs
{
    private const int Claims = 6_000;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static IReadOnlyList<Change> Together => [.. new MadeSector(Claims).Changes()];

    [Fact]
    public async Task Evidence_behind_each_claim_and_all_evidence_behind_all_claims_come_to_the_same()
    {
        using var folder = new StoreFolder();
        using var other = new StoreFolder();
        await using var together = await folder.OpenAsync();
        await using var apart = await other.OpenAsync();
        var changes = Together;
        await StoreFolder.ApplyAsync(together, changes);
        await StoreFolder.ApplyAsync(apart, changes.OrderBy(c => c is Change.EvidenceAdded));
        Assert.Equal(await WrittenAsync(together), await WrittenAsync(apart));
        Assert.Equal(changes.Count, await together.ChangesAsync(0, 1, Cancellation).CountAsync(Cancellation));
        Assert.Empty(await together.IntegrityCheckAsync(Cancellation));
        Assert.Empty(await apart.IntegrityCheckAsync(Cancellation));
    }

    [Fact]
    public async Task What_stands_afterwards_sums_up_to_what_was_given()
    {
        using var folder = new StoreFolder();
        await using var store = await folder.OpenAsync();
        await StoreFolder.ApplyAsync(store, Together);
        var given = Together.Aggregate(default(StoreChecksum), (sum, change) => sum.With(change));
        Assert.Equal(Claims, given.Claims);
        Assert.Equal(given, await StoreChecksum.OfAsync(store, 1, Cancellation));
    }

    [Theory]
    [InlineData("claim")]
    [InlineData("entity")]
    [InlineData("evidence")]
    public async Task What_comes_twice_is_refused_and_nothing_is_kept(string what)
    {
        using var folder = new StoreFolder();
        await using var store = await folder.OpenAsync();
        var changes = Together;
        var twice = changes.First(c => what switch
        {
            "claim" => c is Change.ClaimAdded,
            "entity" => c is Change.EntityAdded,
            _ => c is Change.EvidenceAdded,
        });
        var refusal = await Assert.ThrowsAsync<InvalidOperationException>(() => StoreFolder.ApplyAsync(store, [.. changes, twice]));
        Assert.Contains("stands already", refusal.Message, StringComparison.Ordinal);
        await NothingIsKeptAsync(store);
    }

    [Fact]
    public async Task A_stream_that_fails_within_leaves_an_empty_store_that_can_be_loaded()
    {
        using var folder = new StoreFolder();
        await using var store = await folder.OpenAsync();
        var changes = Together;
        IEnumerable<Change> Failing()
        {
            foreach (var change in changes.Take(changes.Count - 100)) yield return change;
            throw new IOException("the stream ends here");
        }

        var failure = await Assert.ThrowsAsync<IOException>(() => StoreFolder.ApplyAsync(store, Failing()));
        Assert.Equal("the stream ends here", failure.Message);
        await NothingIsKeptAsync(store);
    }

    [Fact]
    public async Task A_full_disk_within_is_named_and_leaves_an_empty_store()
    {
        using var folder = new StoreFolder();
        await using (await folder.OpenAsync())
        {
        }

        await using (var store = await folder.OpenAsync(o => o with { MaxPages = 300 }))
        {
            var refusal = await Assert.ThrowsAsync<StoreUnavailableException>(() => StoreFolder.ApplyAsync(store, Together));
            Assert.Contains("is full", refusal.Message, StringComparison.Ordinal);
        }

        await using var again = await folder.OpenAsync();
        await NothingIsKeptAsync(again);
    }

    [Fact]
    public async Task A_later_change_set_goes_by_the_indexes_and_counts_that_were_made()
    {
        using var folder = new StoreFolder();
        await using var store = await folder.OpenAsync();
        await StoreFolder.ApplyAsync(store, Together);
        var claim = new MadeSector(Claims).Claim(7);
        await StoreFolder.ApplyAsync(store, [
            .. Together.OfType<Change.EvidenceAdded>().Where(e => e.Claim == claim.Id).Select(e => new Change.EvidenceRetracted(claim.Id, e.Evidence)),
            new Change.ClaimRetracted(claim),
            new Change.EntityAdded(Make.Person("person:new", "New")),
        ], head: 1);
        Assert.Equal((Claims, Claims - 1), (await StoreFolder.ClaimsAsync(store, 1), await StoreFolder.ClaimsAsync(store, 2)));
        Assert.Empty(await store.IntegrityCheckAsync(Cancellation));
    }

    [Fact]
    public async Task The_indexes_of_relations_lie_within_what_is_mapped_of_a_file_that_is_larger()
    {
        const int mappedPages = 1_024;
        using var folder = new StoreFolder();
        await using (var store = await folder.OpenAsync(o => o with { MappedBytes = mappedPages * 4_096 }))
        {
            var changes = new MadeSector(20_000).Changes().ToList();
            await StoreFolder.ApplyAsync(store, changes);
            Assert.Equal(changes.Aggregate(default(StoreChecksum), (sum, change) => sum.With(change)), await StoreChecksum.OfAsync(store, 1, Cancellation));
            Assert.Empty(await store.IntegrityCheckAsync(Cancellation));
        }

        await using var file = new SqliteConnection($"Data Source={folder.File};Pooling=False;Mode=ReadOnly");
        file.Open();
        Assert.InRange(Number("PRAGMA page_count"), 2 * mappedPages, int.MaxValue);
        Assert.Equal(2, Number($"SELECT count(*) FROM sqlite_schema WHERE name IN ('claim_object', 'claim_subject') AND rootpage < {mappedPages}"));
        Assert.Equal(0, Number("SELECT count(*) FROM sqlite_schema WHERE name = 'room'"));
        Assert.Equal(0, Number("PRAGMA freelist_count"));

        long Number(string text)
        {
            using var command = new SqliteCommand(text, file);
            return (long)command.ExecuteScalar()!;
        }
    }

    private static async Task<IEnumerable<string>> WrittenAsync(CsrGraph.Sqlite.SqliteGraphStore store) =>
        await store.ChangesAsync(0, 1, Cancellation).Select(Generated.Transcript.Of).ToListAsync(Cancellation);

    private static async Task NothingIsKeptAsync(CsrGraph.Sqlite.SqliteGraphStore store)
    {
        Assert.Equal((0, 0), (await StoreFolder.HeadAsync(store), await StoreFolder.ClaimsAsync(store, 1)));
        Assert.Empty(await store.IntegrityCheckAsync(Cancellation));
        await StoreFolder.ApplyAsync(store, Together);
        Assert.Equal(Claims, await StoreFolder.ClaimsAsync(store, 1));
        Assert.Empty(await store.IntegrityCheckAsync(Cancellation));
    }
}
