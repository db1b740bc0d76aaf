using CsrGraph.Model;
using CsrGraph.Store;

namespace CsrGraph.InMemory;

/// <summary>
/// Passes every call on to another store, which it owns, and takes from the answers whatever was not asked for. Who reads more than was asked for gets
/// other answers here.
/// </summary>
public sealed class LeanStore(IGraphStore inner) : IGraphStore
{
    private static readonly Position NoPlace = new([], "");

    private int headings;

    /// <summary>How many entities it has taken something from.</summary>
    public int Headings => headings;

    public Task<IReadOnlyList<Entity?>> EntitiesAsync(IReadOnlyList<string> ids, AsOf asOf, CancellationToken cancellation) =>
        inner.EntitiesAsync(ids, asOf, cancellation);

    public async Task<IReadOnlyList<Page<EntityRow>>> FindAsync(IReadOnlyList<FindRequest> requests, AsOf asOf, CancellationToken cancellation)
    {
        var pages = await inner.FindAsync(requests, asOf, cancellation);
        return [.. pages.Zip(requests, (page, request) => page with { Rows = [.. page.Rows.Select(r => Lean(r, request))] })];
    }

    public async Task<IReadOnlyList<IReadOnlyList<RelationPage>>> RelationsAsync(
        IReadOnlyList<RelationRequest> requests, AsOf asOf, CancellationToken cancellation)
    {
        var answers = await inner.RelationsAsync(requests, asOf, cancellation);
        return [.. answers.Zip(requests, (pages, request) => pages.Select(p => p with { Rows = [.. p.Rows.Select(r => Lean(r, request))] }).ToArray())];
    }

    public Task<IReadOnlyList<IReadOnlyList<Page<ClaimRow>>>> ClaimsAsync(
        IReadOnlyList<ClaimRequest> requests, AsOf asOf, CancellationToken cancellation) => inner.ClaimsAsync(requests, asOf, cancellation);

    public Task<IReadOnlyList<IReadOnlyList<IReadOnlyList<EvidenceRow>>>> EvidenceAsync(
        IReadOnlyList<EvidenceRequest> requests, AsOf asOf, CancellationToken cancellation) => inner.EvidenceAsync(requests, asOf, cancellation);

    public Task<IReadOnlyList<Page<SearchRow>>> SearchAsync(IReadOnlyList<SearchRequest> requests, AsOf asOf, CancellationToken cancellation) =>
        inner.SearchAsync(requests, asOf, cancellation);

    public Task<IReadOnlyList<IReadOnlyList<Count>>> CountAsync(IReadOnlyList<CountOf> requests, AsOf asOf, CancellationToken cancellation) =>
        inner.CountAsync(requests, asOf, cancellation);

    public Task<IReadOnlyList<IReadOnlyList<ChangeSet>>> ChangeSetsAsync(IReadOnlyList<ChangeSetRequest> requests, CancellationToken cancellation) =>
        inner.ChangeSetsAsync(requests, cancellation);

    public IAsyncEnumerable<Change> ChangesAsync(long after, long upTo, CancellationToken cancellation) => inner.ChangesAsync(after, upTo, cancellation);

    public Task<ChangeSet> ApplyAsync(NewChangeSet changeSet, IAsyncEnumerable<Change> changes, CancellationToken cancellation) =>
        inner.ApplyAsync(changeSet, changes, cancellation);

    public ValueTask DisposeAsync() => inner.DisposeAsync();

    private EntityRow Lean(EntityRow row, FindRequest request) => new(Lean(row.Entity, request.Parts), request.WantsPlaces ? row.Position : NoPlace);

    private RelationRow Lean(RelationRow row, RelationRequest request) => new(
        request.WantsClaims ? row.Claim : null,
        request.WantsPlaces ? row.Order : default,
        Lean(row.Far, request.FarParts),
        request.WantsPlaces ? row.Position : NoPlace);

    private Entity Lean(Entity entity, EntityParts parts)
    {
        if (parts == EntityParts.Record) return entity;
        Interlocked.Increment(ref headings);
        return entity with { Names = [new Name(entity.Name, "", "", false, null, null)], Formerly = [], Properties = Qualifiers.None };
    }
}
