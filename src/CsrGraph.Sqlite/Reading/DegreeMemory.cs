namespace CsrGraph.Sqlite.Reading;

/// <summary>
/// Remembers how many links nodes have, for one head and one choice of relation types, that which was asked for last. Shared by all readers. Each node has
/// one place, which it shares with others; who came last has it.
/// </summary>
internal sealed class DegreeMemory
{
    private Known known = new(0, "");

    /// <summary>What is known at a head that the reader sees; null at a head that is over.</summary>
    public Known? At(long head, string types)
    {
        var last = Volatile.Read(ref known);
        if (last.Head > head) return null;
        if (last.Head == head && last.Types == types) return last;
        var next = new Known(head, types);
        return Interlocked.CompareExchange(ref known, next, last) == last ? next : At(head, types);
    }

    /// <summary>The degrees of one head.</summary>
    internal sealed class Known(long head, string types)
    {
        // A power of two; nodes are counted from 1. 8 MB.
        private const int Places = 1 << 20;

        private readonly ulong[] places = head == 0 ? [] : new ulong[Places];

        public long Head => head;

        public string Types => types;

        /// <summary>The degree of a node; null where it is not known.</summary>
        public long? Find(long node)
        {
            var place = Volatile.Read(ref places[node & (Places - 1)]);
            return place >> 32 == (ulong)node ? (long)(place & uint.MaxValue) : null;
        }

        /// <summary>Remembers one, where both numbers are small enough.</summary>
        public void Add(long node, long degree)
        {
            if (node <= uint.MaxValue && degree <= uint.MaxValue) Volatile.Write(ref places[node & (Places - 1)], ((ulong)node << 32) | (ulong)degree);
        }
    }
}
