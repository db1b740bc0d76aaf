using CsrGraph.Model;
using CsrGraph.Store;

namespace CsrGraph.GraphQL.Resolving;

/// <summary>The reading methods of <see cref="IGraphStore"/> as fields ask them.</summary>
internal static class Seams
{
    /// <summary>The anchor of requests that have none.</summary>
    public const string Whole = "";

    public static Seam<bool, string, Entity?> Entities { get; } = new("entities", static async (store, requests, asOf, cancellation) =>
        [await store.EntitiesAsync(requests[0].Anchors, asOf, cancellation)], static entity => 1);

    public static Seam<RelationRequest, string, RelationPage> Relations { get; } = new("relations", static (store, requests, asOf, cancellation) =>
        store.RelationsAsync([.. requests.Select(r => r.Request with { Anchors = r.Anchors })], asOf, cancellation), static page => page.Rows.Count);

    public static Seam<ClaimRequest, string, Page<ClaimRow>> Claims { get; } = new("claims", static (store, requests, asOf, cancellation) =>
        store.ClaimsAsync([.. requests.Select(r => r.Request.By == ClaimsBy.All ? r.Request : r.Request with { Anchors = r.Anchors })], asOf, cancellation), static page => page.Rows.Count);

    public static Seam<int, ClaimId, IReadOnlyList<EvidenceRow>> Evidence { get; } = new("evidence", static (store, requests, asOf, cancellation) =>
        store.EvidenceAsync([.. requests.Select(r => new EvidenceRequest(r.Anchors, r.Request))], asOf, cancellation), static rows => rows.Count);

    public static Seam<FindRequest, string, Page<EntityRow>> Find { get; } = Single<FindRequest, Page<EntityRow>>("find",
        static (store, requests, asOf, cancellation) => store.FindAsync(requests, asOf, cancellation), static page => page.Rows.Count);

    public static Seam<SearchRequest, string, Page<SearchRow>> Search { get; } = Single<SearchRequest, Page<SearchRow>>("search",
        static (store, requests, asOf, cancellation) => store.SearchAsync(requests, asOf, cancellation), static page => page.Rows.Count);

    public static Seam<CountRequest, string, Page<Group>> Count { get; } = Single<CountRequest, Page<Group>>("count",
        static (store, requests, asOf, cancellation) => store.CountAsync(requests, asOf, cancellation), static page => page.Rows.Count);

    public static Seam<ChangeSetRequest, string, IReadOnlyList<ChangeSet>> ChangeSets { get; } = Single<ChangeSetRequest, IReadOnlyList<ChangeSet>>("changeSets",
        static (store, requests, _, cancellation) => store.ChangeSetsAsync(requests, cancellation), static changeSets => changeSets.Count);

    private static Seam<TRequest, string, TAnswer> Single<TRequest, TAnswer>(
        string name,
        Func<IGraphStore, IReadOnlyList<TRequest>, AsOf, CancellationToken, Task<IReadOnlyList<TAnswer>>> call, Func<TAnswer, int> rows) => new(
        name,
        async (store, requests, asOf, cancellation) =>
        {
            var answers = await call(store, [.. requests.Select(r => r.Request)], asOf, cancellation);
            return [.. answers.Select(a => new[] { a })];
        },
        rows);
}
