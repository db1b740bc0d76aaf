using CsrGraph.Model;

namespace CsrGraph.Store;

/// <summary>
/// Where the graph is kept. Every read is for many keys at once and answers for one state, whatever is applied meanwhile; answers come in the order
/// of the requests and of their anchors. A store keeps what it is given and derives nothing: days, ranks and dates come with the changes.
/// Any method may throw <see cref="StoreUnavailableException"/>. A cancelled token stops the work in the store.
/// </summary>
public interface IGraphStore : IAsyncDisposable
{
    /// <summary>True where the store looks at <see cref="RelationRequest.Ahead"/> and <see cref="FindRequest.Ahead"/>; else nobody need work them out.</summary>
    bool ReadsAhead => false;

    /// <summary>Entities and documents by id, null for an unknown one; a merged id gives the entity that it became.</summary>
    Task<IReadOnlyList<Entity?>> EntitiesAsync(IReadOnlyList<string> ids, AsOf asOf, CancellationToken cancellation);

    /// <summary>Entities or documents by what is true of them, a page for each request.</summary>
    Task<IReadOnlyList<Page<EntityRow>>> FindAsync(IReadOnlyList<FindRequest> requests, AsOf asOf, CancellationToken cancellation);

    /// <summary>Relations of many anchors; for each request a page for each of its anchors.</summary>
    Task<IReadOnlyList<IReadOnlyList<RelationPage>>> RelationsAsync(IReadOnlyList<RelationRequest> requests, AsOf asOf, CancellationToken cancellation);

    /// <summary>Claims of many anchors; for each request a page for each of its anchors (one page for <see cref="ClaimsBy.All"/>).</summary>
    Task<IReadOnlyList<IReadOnlyList<Page<ClaimRow>>>> ClaimsAsync(IReadOnlyList<ClaimRequest> requests, AsOf asOf, CancellationToken cancellation);

    /// <summary>The standing evidence of many claims; for each request a list for each of its claims.</summary>
    Task<IReadOnlyList<IReadOnlyList<IReadOnlyList<EvidenceRow>>>> EvidenceAsync(IReadOnlyList<EvidenceRequest> requests, AsOf asOf, CancellationToken cancellation);

    /// <summary>Entities by their names, a page for each request.</summary>
    Task<IReadOnlyList<Page<SearchRow>>> SearchAsync(IReadOnlyList<SearchRequest> requests, AsOf asOf, CancellationToken cancellation);

    /// <summary>How many there are of each sort, for each request a page of groups, none of them empty.</summary>
    Task<IReadOnlyList<Page<Group>>> CountAsync(IReadOnlyList<CountRequest> requests, AsOf asOf, CancellationToken cancellation);

    /// <summary>Change-sets, the latest first; for each request.</summary>
    Task<IReadOnlyList<IReadOnlyList<ChangeSet>>> ChangeSetsAsync(IReadOnlyList<ChangeSetRequest> requests, CancellationToken cancellation);

    /// <summary>
    /// What has to be changed to come from one state to a later one: the difference between what stood after <paramref name="after"/> and what stands
    /// after <paramref name="upTo"/>, streamed by sort in the order that <see cref="Change"/> states (all claims before all evidence), each sort by id. From 0 it is all that stands; from
    /// N - 1 to N it is the change-set N. What was only re-derived is not among it.
    /// </summary>
    IAsyncEnumerable<Change> ChangesAsync(long after, long upTo, CancellationToken cancellation);

    /// <summary>
    /// Applies changes as one change-set, whole or not at all: a reader sees none of them before all are there, and a process that dies within leaves
    /// the state before. One writer at a time; a second one waits 5 s, then gets <see cref="StoreBusyException"/>.
    /// </summary>
    /// <exception cref="StoreMovedException">The head is not the one that the changes were computed against.</exception>
    Task<ChangeSet> ApplyAsync(NewChangeSet changeSet, IAsyncEnumerable<Change> changes, CancellationToken cancellation);
}
