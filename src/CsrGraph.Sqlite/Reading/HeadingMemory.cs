using CsrGraph.Model;

namespace CsrGraph.Sqlite.Reading;

/// <summary>
/// Remembers the headings of entities by their nodes, for one head: what stands at a head that has been reached never changes. Shared by all readers. Each
/// node has one place, which it shares with others; who came last has it.
/// </summary>
internal sealed class HeadingMemory
{
    private Known known = new(0);

    /// <summary>What is known at a head that the reader sees; null at a head that is over, of which nothing is remembered.</summary>
    public Known? At(long head)
    {
        var last = Volatile.Read(ref known);
        while (last.Head < head)
        {
            Interlocked.CompareExchange(ref known, new Known(head), last);
            last = Volatile.Read(ref known);
        }

        return last.Head == head ? last : null;
    }

    /// <summary>The headings of one head.</summary>
    internal sealed class Known(long head)
    {
        // A power of two; nodes are counted from 1, so that as many can be remembered at once.
        private const int Places = 1 << 17;

        private readonly Heading?[] places = head == 0 ? [] : new Heading?[Places];

        /// <summary>The head.</summary>
        public long Head => head;

        /// <summary>The heading of a node, or null.</summary>
        public Entity? Find(long node) => Volatile.Read(ref places[node & (Places - 1)]) is { } heading && heading.Node == node ? heading.Entity : null;

        /// <summary>Remembers one.</summary>
        public void Add(long node, Entity entity) => Volatile.Write(ref places[node & (Places - 1)], new Heading(node, entity));

        private sealed record Heading(long Node, Entity Entity);
    }
}
