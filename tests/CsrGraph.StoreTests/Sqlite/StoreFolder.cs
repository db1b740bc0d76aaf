using CsrGraph.LoadProbe;
using CsrGraph.Sqlite;
using CsrGraph.Store;
using Xunit;

namespace CsrGraph.StoreTests.Sqlite;

/// <summary>A folder for one test's file, which goes after it.</summary>
internal sealed class StoreFolder : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("csrgraph-sqlite-");

    public string Root => folder.FullName;

    public string File => Path.Combine(Root, "graph.db");

    public string Note => File + ".writer";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public Task<SqliteGraphStore> OpenAsync(Func<SqliteStoreOptions, SqliteStoreOptions>? with = null)
    {
        var options = new SqliteStoreOptions(File);
        return SqliteGraphStore.OpenAsync(with?.Invoke(options) ?? options, Cancellation);
    }

    public static Task<ChangeSet> LoadAsync(SqliteGraphStore store, int claims, long head = 0) => ApplyAsync(store, new MadeGraph(claims).Changes(), head);

    public static Task<ChangeSet> ApplyAsync(SqliteGraphStore store, IEnumerable<Change> changes, long head = 0) => store.ApplyAsync(
        new NewChangeSet(head, new DateTimeOffset(2025, 1, 1, 0, 0, 0, TimeSpan.Zero), "test", "made", null), changes.ToAsyncEnumerable(), Cancellation);

    public static async Task<long> ClaimsAsync(SqliteGraphStore store, long head) =>
        (await store.CountAsync([new CountRequest.Standing(CountOf.ClaimsByKind)], new AsOf(head), Cancellation))[0].Rows.Sum(c => c.Number);

    public static async Task<long> HeadAsync(SqliteGraphStore store) =>
        (await store.ChangeSetsAsync([new ChangeSetRequest(1)], Cancellation))[0] is [var last] ? last.Number : 0;

    public void Dispose() => folder.Delete(recursive: true);
}
