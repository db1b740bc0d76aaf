namespace CsrGraph.Neo4j.State;

/// <summary>The <c>Store</c> node: what readers and writers go by.</summary>
/// <param name="Head">The last change-set that counts.</param>
/// <param name="Settled">The change-set at which typed relationships and main nodes alone tell what stands; -1 while another is being settled.</param>
/// <param name="Epoch">Greater before and after each transaction that moves something between what stands and what stood; -1 while one does.</param>
internal readonly record struct StoreState(long Head, long Settled, long Epoch)
{
    /// <summary>True where nothing was moved between this state and a later one.</summary>
    public bool IsStillThatOf(StoreState later) => Epoch >= 0 && Epoch == later.Epoch;

    /// <summary>The columns that a state is read from, of the node <c>s</c>.</summary>
    public const string Columns =
        "s.head, CASE WHEN s.settling IS NULL THEN s.settled ELSE -1 END, "
        + "CASE WHEN s.epoch % 2 = 1 AND s.movingUntil > timestamp() THEN -1 ELSE s.epoch END";
}
