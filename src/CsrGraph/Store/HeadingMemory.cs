using CsrGraph.Model;

namespace CsrGraph.Store;

/// <summary>
/// Remembers the headings of entities for one head: what stands at a head that has been reached never changes. Safe for many readers at once. Each
/// key, the number of an entity in the store, has a few places, which it shares with others; where they are full, who comes last is remembered more
/// closely packed.
/// </summary>
public sealed class HeadingMemory
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
        // A power of two. Keys that count from 1 can be remembered as many at once, others nearly all of three quarters as many.
        private const int Places = 1 << 18;

        // A key has places at two ends of the memory: where the first are taken, as where keys come in runs, the others are not.
        private const int PlacesOfOne = 8;
        private const int PlacesAtOneEnd = 4;

        private readonly Heading?[] places;
        private readonly HeadingArchive archive = new();
        private int touched;

        internal Known(long head) => (Head, places) = (head, head == 0 ? [] : new Heading?[Places]);

        /// <summary>The head.</summary>
        public long Head { get; }

        /// <summary>The heading of an entity, or null.</summary>
        public Entity? Find(long key)
        {
            var first = key.GetHashCode();
            for (var i = 0; i < PlacesOfOne; i++)
            {
                if (Volatile.Read(ref Place(first, i)) is { } heading && heading.Key.Equals(key)) return heading.Entity;
            }

            return archive.Find(key);
        }

        /// <summary>
        /// The headings of many, or null. What they consist of lies scattered in memory, and is touched in short loops, each step of which does without the
        /// one before: so a processor fetches many at a time, where whoever used one after the other would wait for each.
        /// </summary>
        public void Find(ReadOnlySpan<long> keys, Span<Entity?> found)
        {
            for (var i = 0; i < keys.Length; i++) found[i] = Find(keys[i]);
            var letters = 0;
            for (var i = 0; i < keys.Length; i++)
            {
                if (found[i] is { } heading) letters += heading.Id.Value.Length + heading.Name.Length;
            }

            Volatile.Write(ref touched, letters);
        }

        /// <summary>Remembers one.</summary>
        public void Add(long key, Entity entity)
        {
            var first = key.GetHashCode();
            var place = 0;
            while (place < PlacesOfOne && Volatile.Read(ref Place(first, place)) is { } other && !other.Key.Equals(key)) place++;
            if (place == PlacesOfOne && archive.Add(key, entity)) return;
            if (place == PlacesOfOne) place = Spread(first) & (PlacesOfOne - 1);
            Volatile.Write(ref Place(first, place), new Heading(key, entity));
        }

        private ref Heading? Place(int first, int number) =>
            ref places[((number < PlacesAtOneEnd ? first : Spread(first)) + (number & (PlacesAtOneEnd - 1))) & (Places - 1)];

        private static int Spread(int hash) => (int)((uint)hash * 0x9E37_79B9u >> 12);

        private sealed record Heading(long Key, Entity Entity);
    }
}
