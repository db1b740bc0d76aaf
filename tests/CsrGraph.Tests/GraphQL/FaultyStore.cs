using CsrGraph.Model;
using CsrGraph.Store;

namespace CsrGraph.Tests.GraphQL;

/// <summary>A store whose reads fail where a test says so.</summary>
internal sealed class FaultyStore(IGraphStore inner) : IGraphStore
{
    /// <summary>Throws where a call is to fail; gets the method's name and its requests.</summary>
    public Action<string, object> Before { get; set; } = (_, _) => { };

    public Task<IReadOnlyList<Entity?>> EntitiesAsync(IReadOnlyList<string> ids, AsOf asOf, CancellationToken cancellation) =>
        Pass(nameof(EntitiesAsync), ids).EntitiesAsync(ids, asOf, cancellation);

    public Task<IReadOnlyList<Page<EntityRow>>> FindAsync(IReadOnlyList<FindRequest> requests, AsOf asOf, CancellationToken cancellation) =>
        Pass(nameof(FindAsync), requests).FindAsync(requests, asOf, cancellation);

    public Task<IReadOnlyList<IReadOnlyList<RelationPage>>> RelationsAsync(
        IReadOnlyList<RelationRequest> requests, AsOf asOf, CancellationToken cancellation) => Pass(nameof(RelationsAsync), requests).RelationsAsync(requests, asOf, cancellation);

    public Task<IReadOnlyList<IReadOnlyList<Page<ClaimRow>>>> ClaimsAsync(IReadOnlyList<ClaimRequest> requests, AsOf asOf, CancellationToken cancellation) =>
        Pass(nameof(ClaimsAsync), requests).ClaimsAsync(requests, asOf, cancellation);

    public Task<IReadOnlyList<IReadOnlyList<IReadOnlyList<EvidenceRow>>>> EvidenceAsync(
        IReadOnlyList<EvidenceRequest> requests, AsOf asOf, CancellationToken cancellation) => Pass(nameof(EvidenceAsync), requests).EvidenceAsync(requests, asOf, cancellation);

    public Task<IReadOnlyList<Page<SearchRow>>> SearchAsync(IReadOnlyList<SearchRequest> requests, AsOf asOf, CancellationToken cancellation) =>
        Pass(nameof(SearchAsync), requests).SearchAsync(requests, asOf, cancellation);

    public Task<IReadOnlyList<IReadOnlyList<Count>>> CountAsync(IReadOnlyList<CountOf> requests, AsOf asOf, CancellationToken cancellation) =>
        Pass(nameof(CountAsync), requests).CountAsync(requests, asOf, cancellation);

    public Task<IReadOnlyList<IReadOnlyList<ChangeSet>>> ChangeSetsAsync(IReadOnlyList<ChangeSetRequest> requests, CancellationToken cancellation) =>
        Pass(nameof(ChangeSetsAsync), requests).ChangeSetsAsync(requests, cancellation);

    public IAsyncEnumerable<Change> ChangesAsync(long after, long upTo, CancellationToken cancellation) => inner.ChangesAsync(after, upTo, cancellation);

    public Task<ChangeSet> ApplyAsync(NewChangeSet changeSet, IAsyncEnumerable<Change> changes, CancellationToken cancellation) =>
        inner.ApplyAsync(changeSet, changes, cancellation);

    public ValueTask DisposeAsync() => inner.DisposeAsync();

    private IGraphStore Pass(string method, object requests)
    {
        Before(method, requests);
        return inner;
    }
}
