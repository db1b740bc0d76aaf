using CsrGraph.Model;
using CsrGraph.Store;

namespace CsrGraph.InMemory;

/// <summary>
/// Passes every call on to another store, which it owns, and takes from the answers whatever was not asked for. Who reads more than was asked for gets
/// other answers here.
/// </summary>
public sealed class LeanStore(IGraphStore inner) : PassingStore(inner)
{
    private int headings;

    /// <summary>How many entities it has taken something from.</summary>
    public int Headings => headings;

    /// <inheritdoc/>
    public override async Task<IReadOnlyList<Page<EntityRow>>> FindAsync(IReadOnlyList<FindRequest> requests, AsOf asOf, CancellationToken cancellation)
    {
        var pages = await base.FindAsync(requests, asOf, cancellation);
        return [.. pages.Zip(requests, (page, request) => page with { Rows = [.. page.Rows.Select(r => Lean(r, request))] })];
    }

    /// <inheritdoc/>
    public override async Task<IReadOnlyList<IReadOnlyList<RelationPage>>> RelationsAsync(
        IReadOnlyList<RelationRequest> requests, AsOf asOf, CancellationToken cancellation)
    {
        var answers = await base.RelationsAsync(requests, asOf, cancellation);
        return [.. answers.Zip(requests, (pages, request) => pages.Select(p => p with { Rows = [.. p.Rows.Select(r => Lean(r, request))] }).ToArray())];
    }

    private EntityRow Lean(EntityRow row, FindRequest request) => new(Lean(row.Entity, request.Parts), request.WantsPlaces ? row.Position : Position.None);

    private RelationRow Lean(RelationRow row, RelationRequest request) => new(
        request.WantsClaims ? row.Claim : null,
        request.WantsPlaces ? row.Order : default,
        Lean(row.Far, request.FarParts),
        request.WantsPlaces ? row.Position : Position.None);

    private Entity Lean(Entity entity, EntityParts parts)
    {
        if (parts == EntityParts.Record) return entity;
        Interlocked.Increment(ref headings);
        return entity with { Names = [new Name(entity.Name, "", "", false, null, null)], Formerly = [], Properties = Qualifiers.None };
    }
}
