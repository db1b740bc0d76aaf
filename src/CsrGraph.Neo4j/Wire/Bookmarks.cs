using System.Collections.Immutable;

namespace CsrGraph.Neo4j.Wire;

/// <summary>
/// What the members of a cluster must have seen before they answer this client: its own writes, and what it was told to follow. Safe for several
/// threads.
/// </summary>
internal sealed class Bookmarks
{
    private ImmutableHashSet<string> written = [];
    private ImmutableHashSet<string> followed = [];
    private int version;

    /// <summary>Another one each time that others are to be seen.</summary>
    public int Version => Volatile.Read(ref version);

    public IReadOnlyCollection<string> Current
    {
        get
        {
            var (mine, theirs) = (written, followed);
            return theirs.Count == 0 ? mine : mine.Count == 0 ? theirs : mine.Union(theirs);
        }
    }

    /// <summary>A write was sent with some and has got others, which stand for the sent ones as well.</summary>
    public void Written(IReadOnlyCollection<string> sent, IReadOnlyCollection<string> received)
    {
        if (received.Count == 0) return;
        ImmutableInterlocked.Update(ref written, static (all, change) => all.Except(change.sent).Union(change.received), (sent, received));
        Interlocked.Increment(ref version);
    }

    /// <summary>Follows these from now on, instead of those followed so far.</summary>
    public void Follow(IEnumerable<string> bookmarks)
    {
        followed = [.. bookmarks];
        Interlocked.Increment(ref version);
    }

    /// <summary>Forgets all: they are of a database that is no longer there.</summary>
    public void Forget()
    {
        written = followed = [];
        Interlocked.Increment(ref version);
    }
}
