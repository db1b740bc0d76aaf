using CsrGraph.Model;
using CsrGraph.Neo4j.Reading;
using CsrGraph.Neo4j.Schema;
using CsrGraph.Neo4j.State;
using CsrGraph.Neo4j.Wire;
using CsrGraph.Neo4j.Writing;
using CsrGraph.Store;

namespace CsrGraph.Neo4j;

/// <summary>
/// The graph in a Neo4j, 5.26 or later. A call is one request, however many anchors it has. A change-set is written in batches and published at once;
/// a reader at an earlier head goes on at it. Nodes without the label <c>CsrGraph</c> are neither read nor changed.
/// </summary>
public sealed class Neo4jGraphStore : IGraphStore
{
    private static readonly TimeSpan WriterPatience = TimeSpan.FromSeconds(5);

    private readonly Neo4jOptions options;
    private readonly Neo4jClient client;
    private readonly ConsistentReads reads;
    private readonly HeadCache heads;
    private readonly Headings headings;
    private readonly CancellationTokenSource closing = new();
    private Task repairing = Task.CompletedTask;

    private Neo4jGraphStore(Neo4jOptions options)
    {
        this.options = options;
        client = new Neo4jClient(options);
        reads = new ConsistentReads(client);
        heads = new HeadCache(options.HeadLifetime, options.Clock);
        headings = new Headings(reads, options.StatementCost, options.LeastApart);
    }

    /// <inheritdoc/>
    public bool ReadsAhead => true;

    /// <summary>Connects, and makes the constraints and indexes that are missing.</summary>
    /// <exception cref="StoreUnavailableException">It cannot be had; the message says why, and who can do what.</exception>
    public static async Task<Neo4jGraphStore> OpenAsync(Neo4jOptions options, CancellationToken cancellation = default)
    {
        var store = new Neo4jGraphStore(options);
        try
        {
            await store.client.DiscoverAsync(cancellation);
            await SchemaScripts.ApplyAsync(store.client, cancellation);
            store.repairing = Repair.RunAsync(store.client, options.Clock, store.closing.Token);
            return store;
        }
        catch
        {
            await store.DisposeAsync();
            throw;
        }
    }

    /// <summary>Reads the head, to see that the store answers.</summary>
    /// <exception cref="StoreUnavailableException">It does not; the message says why.</exception>
    public Task CheckAsync(CancellationToken cancellation) => StateReads.ReadAsync(client, cancellation);

    /// <summary>Goes through the whole graph; minutes for millions of claims.</summary>
    /// <returns>What is wrong, a sentence each; empty where nothing is.</returns>
    public Task<IReadOnlyList<string>> IntegrityCheckAsync(CancellationToken cancellation) => IntegrityReads.ReadAsync(client, cancellation);

    /// <summary>How many nodes the database holds that are not ours.</summary>
    public async Task<long> ForeignNodesAsync(CancellationToken cancellation) => (await client.RowsAsync(
        new Cypher("RETURN COUNT { (n) } - COUNT { (n:CsrGraph) }"), cancellation))[0][0].GetInt64();

    /// <inheritdoc/>
    public Task<IReadOnlyList<Entity?>> EntitiesAsync(IReadOnlyList<string> ids, AsOf asOf, CancellationToken cancellation) =>
        EntityReads.ReadAsync(reads, ids, asOf, cancellation);

    /// <inheritdoc/>
    public Task<IReadOnlyList<Page<EntityRow>>> FindAsync(IReadOnlyList<FindRequest> requests, AsOf asOf, CancellationToken cancellation) =>
        BesideReads.ReadAsync(reads, headings, requests, asOf, cancellation);

    /// <inheritdoc/>
    public Task<IReadOnlyList<IReadOnlyList<RelationPage>>> RelationsAsync(
        IReadOnlyList<RelationRequest> requests, AsOf asOf, CancellationToken cancellation) => RelationReads.ReadAsync(reads, headings, requests, asOf, cancellation);

    /// <inheritdoc/>
    public Task<IReadOnlyList<IReadOnlyList<Page<ClaimRow>>>> ClaimsAsync(
        IReadOnlyList<ClaimRequest> requests, AsOf asOf, CancellationToken cancellation) => ClaimReads.ReadAsync(reads, requests, asOf, cancellation);

    /// <inheritdoc/>
    public Task<IReadOnlyList<IReadOnlyList<IReadOnlyList<EvidenceRow>>>> EvidenceAsync(
        IReadOnlyList<EvidenceRequest> requests, AsOf asOf, CancellationToken cancellation) => EvidenceReads.ReadAsync(reads, requests, asOf, cancellation);

    /// <inheritdoc/>
    public Task<IReadOnlyList<Page<SearchRow>>> SearchAsync(IReadOnlyList<SearchRequest> requests, AsOf asOf, CancellationToken cancellation) =>
        SearchReads.ReadAsync(reads, requests, asOf, cancellation);

    /// <inheritdoc/>
    public Task<IReadOnlyList<Page<Group>>> CountAsync(IReadOnlyList<CountRequest> requests, AsOf asOf, CancellationToken cancellation) =>
        CountReads.ReadAsync(client, reads, requests, asOf, cancellation);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<IReadOnlyList<ChangeSet>>> ChangeSetsAsync(IReadOnlyList<ChangeSetRequest> requests, CancellationToken cancellation)
    {
        var answers = new IReadOnlyList<ChangeSet>[requests.Count];
        for (var i = 0; i < answers.Length; i++)
        {
            answers[i] = await heads.ReadAsync(requests[i], () => ChangeSetReads.ReadAsync(client, requests[i], cancellation));
        }

        return answers;
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<Change> ChangesAsync(long after, long upTo, CancellationToken cancellation) =>
        new ChangeReads(client, reads, after, upTo).ReadAsync(cancellation);

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">A change makes no sense in the state that it is applied to; nothing of them is kept.</exception>
    public async Task<ChangeSet> ApplyAsync(NewChangeSet changeSet, IAsyncEnumerable<Change> changes, CancellationToken cancellation)
    {
        await repairing.WaitAsync(cancellation);
        await using var lease = await Lease.TakeAsync(client, WriterPatience, options.Clock, cancellation);
        try
        {
            return await new Applying(client, lease).ApplyAsync(changeSet, changes);
        }
        catch (OperationCanceledException) when (lease.IsLost)
        {
            throw Lease.TakenOver();
        }
        finally
        {
            heads.Forget();
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await closing.CancelAsync();
        await repairing;
        await client.DisposeAsync();
        closing.Dispose();
    }
}
