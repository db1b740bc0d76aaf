namespace CsrGraph.Store;

/// <summary>
/// Remembers a store's newest change-set for a moment, since every question asks for it first. What the store itself applies is seen at once; what
/// another process applies, that much later.
/// </summary>
/// <param name="lifetime">How long; zero asks each time.</param>
/// <param name="clock">The clock that it goes by.</param>
public sealed class HeadCache(TimeSpan lifetime, TimeProvider clock)
{
    private readonly Lock gate = new();
    private IReadOnlyList<ChangeSet>? newest;
    private long readAt;
    private int forgotten;

    /// <summary>What was asked for, as it is remembered or as it is read now; only the newest change-set is remembered.</summary>
    public Task<IReadOnlyList<ChangeSet>> ReadAsync(ChangeSetRequest request, Func<Task<IReadOnlyList<ChangeSet>>> read)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(read);
        if (request is not { Limit: 1, Number: null, UpTo: null, At: null } || lifetime <= TimeSpan.Zero) return read();
        int before;
        lock (gate)
        {
            before = forgotten;
            if (newest is not null && clock.GetElapsedTime(readAt) < lifetime) return Task.FromResult(newest);
        }

        return ReadAsync(before, read);
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

    private async Task<IReadOnlyList<ChangeSet>> ReadAsync(int before, Func<Task<IReadOnlyList<ChangeSet>>> read)
    {
        var began = clock.GetTimestamp();
        var found = await read();
        lock (gate)
        {
            // What was read before something was applied here is not kept after it.
            if (before == forgotten) (newest, readAt) = (found, began);
        }

        return found;
    }
}
