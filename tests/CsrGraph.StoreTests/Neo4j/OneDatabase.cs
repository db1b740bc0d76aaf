using System.Text.Json;
using CsrGraph.LoadProbe;
using CsrGraph.Neo4j;
using CsrGraph.Neo4j.Wire;
using CsrGraph.Store;
using CsrGraph.StoreTests.Harness;
using Xunit;

namespace CsrGraph.StoreTests.Neo4j;

/// <summary>The database to oneself, empty of ours, for tests that look behind the store or open it more than once.</summary>
internal sealed class OneDatabase : IAsyncDisposable
{
    private readonly IGraphStore turn;
    private readonly Neo4jClient client = new(Neo4jDatabase.Options!);

    private OneDatabase(IGraphStore turn) => this.turn = turn;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<OneDatabase> EmptyAsync()
    {
        Assert.SkipWhen(Neo4jDatabase.Missing is not null, Neo4jDatabase.Missing ?? "");
        var database = new OneDatabase(await Neo4jDatabase.OpenEmptyAsync(Cancellation));
        await database.client.DiscoverAsync(Cancellation);
        return database;
    }

    public static Task<Neo4jGraphStore> OpenAsync() => Neo4jGraphStore.OpenAsync(Neo4jDatabase.Options!, Cancellation);

    /// <summary>Opens the store through a relay.</summary>
    public static Task<Neo4jGraphStore> OpenAsync(StatementRelay relay) =>
        Neo4jGraphStore.OpenAsync(Neo4jDatabase.Options! with { Address = new Uri(relay.Address) }, Cancellation);

    public static Task<ChangeSet> LoadAsync(IGraphStore store, int claims, long head = 0) => ApplyAsync(store, new MadeGraph(claims).Changes(), head);

    public static Task<ChangeSet> ApplyAsync(IGraphStore store, IEnumerable<Change> changes, long head = 0) =>
        ApplyAsync(store, changes.ToAsyncEnumerable(), head);

    public static Task<ChangeSet> ApplyAsync(IGraphStore store, IAsyncEnumerable<Change> changes, long head) =>
        store.ApplyAsync(new NewChangeSet(head, DateTimeOffset.UnixEpoch, "test", "made", null), changes, Cancellation);

    /// <summary>How many claims stand, counted one by one; each made claim has one document.</summary>
    public static async Task<long> ClaimsAsync(IGraphStore store, long head) =>
        (await store.CountAsync([new CountRequest.Standing(CountOf.ClaimsByDocument)], new AsOf(head), Cancellation))[0].Rows.Sum(c => c.Number);

    /// <summary>Writes behind the store's back.</summary>
    public Task WriteAsync(string statement) => client.RunAsync(new Cypher(statement), AccessMode.Write, null, Cancellation);

    /// <summary>Has the planner forget plans and count anew: what it knows of the sizes of things lags behind a load.</summary>
    public Task ReplanAsync() => WriteAsync("CALL db.prepareForReplanning()");

    /// <summary>Reads behind the store's back.</summary>
    public Task<List<JsonElement>> ReadAsync(string statement) => client.RowsAsync(new Cypher(statement), Cancellation);

    public async Task<long> NumberAsync(string statement) => (await ReadAsync(statement))[0][0].GetInt64();

    public async ValueTask DisposeAsync()
    {
        await client.DisposeAsync();
        await turn.DisposeAsync();
    }
}
