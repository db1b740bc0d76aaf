using System.Runtime.CompilerServices;
using CsrGraph.Model;
using CsrGraph.Store;

namespace CsrGraph.InMemory;

/// <summary>Passes every call on to another store, which it owns. What derives from it changes the calls that it is about, and no others.</summary>
public abstract class PassingStore(IGraphStore inner) : IGraphStore
{
    public virtual bool ReadsAhead => inner.ReadsAhead;

    public virtual Task<IReadOnlyList<Entity?>> EntitiesAsync(IReadOnlyList<string> ids, AsOf asOf, CancellationToken cancellation) =>
        Passed(ids).EntitiesAsync(ids, asOf, cancellation);

    public virtual Task<IReadOnlyList<Page<EntityRow>>> FindAsync(IReadOnlyList<FindRequest> requests, AsOf asOf, CancellationToken cancellation) =>
        Passed(requests).FindAsync(requests, asOf, cancellation);

    public virtual Task<IReadOnlyList<IReadOnlyList<RelationPage>>> RelationsAsync(
        IReadOnlyList<RelationRequest> requests, AsOf asOf, CancellationToken cancellation) => Passed(requests).RelationsAsync(requests, asOf, cancellation);

    public virtual Task<IReadOnlyList<IReadOnlyList<Page<ClaimRow>>>> ClaimsAsync(
        IReadOnlyList<ClaimRequest> requests, AsOf asOf, CancellationToken cancellation) => Passed(requests).ClaimsAsync(requests, asOf, cancellation);

    public virtual Task<IReadOnlyList<IReadOnlyList<IReadOnlyList<EvidenceRow>>>> EvidenceAsync(
        IReadOnlyList<EvidenceRequest> requests, AsOf asOf, CancellationToken cancellation) => Passed(requests).EvidenceAsync(requests, asOf, cancellation);

    public virtual Task<IReadOnlyList<Page<SearchRow>>> SearchAsync(IReadOnlyList<SearchRequest> requests, AsOf asOf, CancellationToken cancellation) =>
        Passed(requests).SearchAsync(requests, asOf, cancellation);

    public virtual Task<IReadOnlyList<Page<Group>>> CountAsync(IReadOnlyList<CountRequest> requests, AsOf asOf, CancellationToken cancellation) =>
        Passed(requests).CountAsync(requests, asOf, cancellation);

    public virtual Task<IReadOnlyList<IReadOnlyList<ChangeSet>>> ChangeSetsAsync(IReadOnlyList<ChangeSetRequest> requests, CancellationToken cancellation) =>
        Passed(requests).ChangeSetsAsync(requests, cancellation);

    public virtual IAsyncEnumerable<Change> ChangesAsync(long after, long upTo, CancellationToken cancellation) =>
        Passed(after).ChangesAsync(after, upTo, cancellation);

    public virtual Task<ChangeSet> ApplyAsync(NewChangeSet changeSet, IAsyncEnumerable<Change> changes, CancellationToken cancellation) =>
        Passed(changeSet).ApplyAsync(changeSet, changes, cancellation);

    public virtual ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return inner.DisposeAsync();
    }

    /// <summary>Comes before each call is passed on; where it throws, the call is not.</summary>
    protected virtual void OnCall(string method, object requests)
    {
    }

    private IGraphStore Passed(object requests, [CallerMemberName] string method = "")
    {
        OnCall(method, requests);
        return inner;
    }
}
