namespace CsrGraph.Store;

/// <summary>The state that a store has come to.</summary>
public static class StoreHead
{
    /// <summary>The last change-set, or null where the store has never had one.</summary>
    public static async Task<ChangeSet?> LastChangeSetAsync(this IGraphStore store, CancellationToken cancellation) =>
        (await store.ChangeSetsAsync([new ChangeSetRequest(1)], cancellation))[0] is [var last, ..] ? last : null;

    /// <summary>The number of the last change-set; 0 where the store has never had one.</summary>
    public static async Task<long> HeadAsync(this IGraphStore store, CancellationToken cancellation) =>
        (await store.LastChangeSetAsync(cancellation))?.Number ?? 0;
}
