using CsrGraph.Model;
using CsrGraph.Query.Walks;
using CsrGraph.Store;
using GraphQL.DataLoader;

namespace CsrGraph.GraphQL.Resolving;

/// <summary>What a value and everything below it is read from: one request's level, and the state.</summary>
/// <param name="Request">The request.</param>
/// <param name="AsOf">The state.</param>
/// <param name="IsAsOf">True within <c>asOf</c>.</param>
internal sealed record Scope(Request Request, AsOf AsOf, bool IsAsOf)
{
    private static readonly Shape<bool> ById = new("", true);

    /// <summary>Asks for an entity or document; the value is an <see cref="EntityAt"/>, or null for an unknown id.</summary>
    public IDataLoaderResult? Entity(string? id) => id is null ? null : Entity(id, entity => entity is null ? null : new EntityAt(entity, this));

    public IDataLoaderResult Entity(string id, Func<Entity?, object?> then) => Request.Level.Ask(Seams.Entities, AsOf, ById, id, then);

    public IDataLoaderResult Relations(Shape<RelationRequest> shape, string anchor, Func<RelationPage, object?> then) =>
        Request.Level.Ask(Seams.Relations, AsOf, shape, anchor, then);

    public IDataLoaderResult Claims(Shape<ClaimRequest> shape, string anchor, Func<Page<ClaimRow>, object?> then) =>
        Request.Level.Ask(Seams.Claims, AsOf, shape, anchor, then);

    public IDataLoaderResult Evidence(ClaimId claim, int first, Func<IReadOnlyList<EvidenceRow>, object?> then) => Request.Level.Ask(
        Seams.Evidence, AsOf, new Shape<int>(first.ToString(System.Globalization.CultureInfo.InvariantCulture), first), claim, then);

    public IDataLoaderResult Find(Shape<FindRequest> shape, Func<Page<EntityRow>, object?> then) =>
        Request.Level.Ask(Seams.Find, AsOf, shape, Seams.Whole, then);

    public IDataLoaderResult Search(Shape<SearchRequest> shape, Func<Page<SearchRow>, object?> then) =>
        Request.Level.Ask(Seams.Search, AsOf, shape, Seams.Whole, then);

    public IDataLoaderResult Count(Shape<CountRequest> shape, Func<Page<Group>, object?> then) =>
        Request.Level.Ask(Seams.Count, AsOf, shape, Seams.Whole, then);

    /// <summary>A walk, which asks the store by itself; see <see cref="Level.Walk"/>.</summary>
    public IDataLoaderResult Walk<T>(
        string name, Func<IGraphStore, RowMeter, CancellationToken, Task<T>> walk, Func<T, object?> then, RowMeter? own = null) =>
        Request.Level.Walk(name, walk, then, own);

    // The list of change-sets is the same for every day.
    public IDataLoaderResult ChangeSets(ChangeSetRequest request, Func<IReadOnlyList<ChangeSet>, object?> then) =>
        Request.Level.Ask(Seams.ChangeSets, default, new Shape<ChangeSetRequest>(request.ToString(), request), Seams.Whole, then);
}
