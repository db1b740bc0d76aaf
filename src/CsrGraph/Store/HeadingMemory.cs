using CsrGraph.Model;

namespace CsrGraph.Store;

/// <summary>
/// Remembers the headings of entities for one head: what stands at a head that has been reached never changes. Safe for many readers at once. Each
/// key has one place, which it shares with others; who came last has it.
/// </summary>
/// <typeparam name="TKey">What a store names entities by.</typeparam>
public sealed class HeadingMemory<TKey>
    where TKey : notnull, IEquatable<TKey>
{
    private Known known = new(0);

    /// <summary>What is known at a head that has been reached; null at one that is over or empty, of which nothing is remembered.</summary>
    public Known? At(long head)
    {
        var last = Volatile.Read(ref known);
        while (last.Head < head)
        {
            Interlocked.CompareExchange(ref known, new Known(head), last);
            last = Volatile.Read(ref known);
        }

        return last.Head == head && head > 0 ? last : null;
    }

    /// <summary>The headings of one head.</summary>
    public sealed class Known
    {
        // A power of two; keys that count from 1, or whose hashes are spread, can be remembered as many at once.
        private const int Places = 1 << 17;

        private readonly Heading?[] places;

        internal Known(long head) => (Head, places) = (head, head == 0 ? [] : new Heading?[Places]);

        /// <summary>The head.</summary>
        public long Head { get; }

        /// <summary>The heading of an entity, or null.</summary>
        public Entity? Find(TKey key) => Volatile.Read(ref places[Place(key)]) is { } heading && heading.Key.Equals(key) ? heading.Entity : null;

        /// <summary>Remembers one.</summary>
        public void Add(TKey key, Entity entity) => Volatile.Write(ref places[Place(key)], new Heading(key, entity));

        private static int Place(TKey key) => key.GetHashCode() & (Places - 1);

        private sealed record Heading(TKey Key, Entity Entity);
    }
}
