using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using CsrGraph.Model;
using CsrGraph.Store;

namespace CsrGraph.InMemory;

/// <summary>Passes every call on to another store, which it owns, and counts the calls by method.</summary>
public sealed class CountingStore(IGraphStore inner) : IGraphStore
{
    private readonly ConcurrentDictionary<string, int> calls = new(StringComparer.Ordinal);

    /// <summary>How often each method was called since the last <see cref="Reset"/>, by its name; methods that were not are left out.</summary>
    public IReadOnlyDictionary<string, int> Calls => calls;

    /// <summary>
    /// How many calls read the graph since the last <see cref="Reset"/>. <see cref="IGraphStore.ChangeSetsAsync"/>, by which a request pins its head,
    /// is not among them.
    /// </summary>
    public int Reads => calls.Where(c => c.Key is not (nameof(ChangeSetsAsync) or nameof(ApplyAsync))).Sum(c => c.Value);

    /// <summary>Begins to count anew.</summary>
    public void Reset() => calls.Clear();

    public Task<IReadOnlyList<Entity?>> EntitiesAsync(IReadOnlyList<string> ids, AsOf asOf, CancellationToken cancellation) =>
        Counted().EntitiesAsync(ids, asOf, cancellation);

    public Task<IReadOnlyList<Page<EntityRow>>> FindAsync(IReadOnlyList<FindRequest> requests, AsOf asOf, CancellationToken cancellation) =>
        Counted().FindAsync(requests, asOf, cancellation);

    public Task<IReadOnlyList<IReadOnlyList<RelationPage>>> RelationsAsync(
        IReadOnlyList<RelationRequest> requests, AsOf asOf, CancellationToken cancellation) => Counted().RelationsAsync(requests, asOf, cancellation);

    public Task<IReadOnlyList<IReadOnlyList<Page<ClaimRow>>>> ClaimsAsync(
        IReadOnlyList<ClaimRequest> requests, AsOf asOf, CancellationToken cancellation) => Counted().ClaimsAsync(requests, asOf, cancellation);

    public Task<IReadOnlyList<IReadOnlyList<IReadOnlyList<EvidenceRow>>>> EvidenceAsync(
        IReadOnlyList<EvidenceRequest> requests, AsOf asOf, CancellationToken cancellation) => Counted().EvidenceAsync(requests, asOf, cancellation);

    public Task<IReadOnlyList<Page<SearchRow>>> SearchAsync(IReadOnlyList<SearchRequest> requests, AsOf asOf, CancellationToken cancellation) =>
        Counted().SearchAsync(requests, asOf, cancellation);

    public Task<IReadOnlyList<IReadOnlyList<Count>>> CountAsync(IReadOnlyList<CountOf> requests, AsOf asOf, CancellationToken cancellation) =>
        Counted().CountAsync(requests, asOf, cancellation);

    public Task<IReadOnlyList<IReadOnlyList<ChangeSet>>> ChangeSetsAsync(IReadOnlyList<ChangeSetRequest> requests, CancellationToken cancellation) =>
        Counted().ChangeSetsAsync(requests, cancellation);

    public IAsyncEnumerable<Change> ChangesAsync(long after, long upTo, CancellationToken cancellation) => Counted().ChangesAsync(after, upTo, cancellation);

    public Task<ChangeSet> ApplyAsync(NewChangeSet changeSet, IAsyncEnumerable<Change> changes, CancellationToken cancellation) =>
        Counted().ApplyAsync(changeSet, changes, cancellation);

    public ValueTask DisposeAsync() => inner.DisposeAsync();

    private IGraphStore Counted([CallerMemberName] string method = "")
    {
        calls.AddOrUpdate(method, 1, (_, count) => count + 1);
        return inner;
    }
}
