using CsrGraph.Store;

namespace CsrGraph.Neo4j.Reading;

/// <summary>
/// Remembers the newest change-set for a moment, since every question asks for it first. What this store itself applies is seen at once.
/// </summary>
internal sealed class HeadCache(Neo4jOptions options)
{
    private readonly Lock gate = new();
    private IReadOnlyList<ChangeSet>? newest;
    private long readAt;
    private int forgotten;

    public async Task<IReadOnlyList<ChangeSet>> ReadAsync(ChangeSetRequest request, Func<Task<IReadOnlyList<ChangeSet>>> read)
    {
        if (request is not { Limit: 1, Number: null, UpTo: null, At: null } || options.HeadLifetime <= TimeSpan.Zero) return await read();
        int before;
        lock (gate)
        {
            before = forgotten;
            if (newest is not null && options.Clock.GetElapsedTime(readAt) < options.HeadLifetime) return newest;
        }

        var began = options.Clock.GetTimestamp();
        var found = await read();
        lock (gate)
        {
            // What was read before something was applied here is not kept after it.
            if (before == forgotten) (newest, readAt) = (found, began);
        }

        return found;
    }

    /// <summary>The next one that asks reads anew.</summary>
    public void Forget()
    {
        lock (gate)
        {
            newest = null;
            forgotten++;
        }
    }
}
