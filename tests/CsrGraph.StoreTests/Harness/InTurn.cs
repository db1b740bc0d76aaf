using CsrGraph.Model;
using CsrGraph.Store;

namespace CsrGraph.StoreTests.Harness;

/// <summary>A store that others wait for until it is disposed of.</summary>
internal sealed class InTurn(IGraphStore store, SemaphoreSlim turn) : IGraphStore
{
    public Task<IReadOnlyList<Entity?>> EntitiesAsync(IReadOnlyList<string> ids, AsOf asOf, CancellationToken cancellation) =>
        store.EntitiesAsync(ids, asOf, cancellation);

    public Task<IReadOnlyList<Page<EntityRow>>> FindAsync(IReadOnlyList<FindRequest> requests, AsOf asOf, CancellationToken cancellation) =>
        store.FindAsync(requests, asOf, cancellation);

    public Task<IReadOnlyList<IReadOnlyList<RelationPage>>> RelationsAsync(
        IReadOnlyList<RelationRequest> requests, AsOf asOf, CancellationToken cancellation) => store.RelationsAsync(requests, asOf, cancellation);

    public Task<IReadOnlyList<IReadOnlyList<Page<ClaimRow>>>> ClaimsAsync(
        IReadOnlyList<ClaimRequest> requests, AsOf asOf, CancellationToken cancellation) => store.ClaimsAsync(requests, asOf, cancellation);

    public Task<IReadOnlyList<IReadOnlyList<IReadOnlyList<EvidenceRow>>>> EvidenceAsync(
        IReadOnlyList<EvidenceRequest> requests, AsOf asOf, CancellationToken cancellation) => store.EvidenceAsync(requests, asOf, cancellation);

    public Task<IReadOnlyList<Page<SearchRow>>> SearchAsync(IReadOnlyList<SearchRequest> requests, AsOf asOf, CancellationToken cancellation) =>
        store.SearchAsync(requests, asOf, cancellation);

    public Task<IReadOnlyList<IReadOnlyList<Count>>> CountAsync(IReadOnlyList<CountOf> requests, AsOf asOf, CancellationToken cancellation) =>
        store.CountAsync(requests, asOf, cancellation);

    public Task<IReadOnlyList<IReadOnlyList<ChangeSet>>> ChangeSetsAsync(IReadOnlyList<ChangeSetRequest> requests, CancellationToken cancellation) =>
        store.ChangeSetsAsync(requests, cancellation);

    public IAsyncEnumerable<Change> ChangesAsync(long after, long upTo, CancellationToken cancellation) => store.ChangesAsync(after, upTo, cancellation);

    public Task<ChangeSet> ApplyAsync(NewChangeSet changeSet, IAsyncEnumerable<Change> changes, CancellationToken cancellation) =>
        store.ApplyAsync(changeSet, changes, cancellation);

    public async ValueTask DisposeAsync()
    {
        await store.DisposeAsync();
        turn.Release();
    }
}
