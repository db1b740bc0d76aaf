namespace CsrGraph.Seeding.Compact;

/// <summary>
/// Gives keys of at most 255 bytes small numbers, from 0 on in the order in which they come, and keys back for them. A key takes its bytes and about
/// twelve more.
/// </summary>
internal sealed class KeyTable
{
    /// <summary>The longest key.</summary>
    public const int MaxLength = byte.MaxValue;

    private const int Fewest = 64;

    private readonly Arena<byte> keys = new();
    private readonly PiecedList<int> places = new();

    // By hash, the number of a key and one more; 0 where there is none.
    private int[] slots = new int[Fewest];

    /// <summary>How many keys there are.</summary>
    public int Count { get; private set; }

    /// <summary>The key of a number.</summary>
    public ReadOnlySpan<byte> this[int number]
    {
        get
        {
            var key = keys.From(places[number]);
            return key.Slice(1, key[0]);
        }
    }

    /// <summary>The number of a key, made where it is new.</summary>
    public int Number(ReadOnlySpan<byte> key)
    {
        var slot = SlotOf(key);
        if (slots[slot] > 0) return slots[slot] - 1;
        Span<byte> kept = stackalloc byte[1 + key.Length];
        kept[0] = checked((byte)key.Length);
        key.CopyTo(kept[1..]);
        places.Add(keys.Add(kept));
        slots[slot] = ++Count;
        if (Count > slots.Length / 4 * 3) Grow();
        return Count - 1;
    }

    /// <summary>The number of a key, or null where there is none.</summary>
    public int? Find(ReadOnlySpan<byte> key) => slots[SlotOf(key)] is > 0 and var next ? next - 1 : null;

    /// <summary>Lets all of them go.</summary>
    public void Clear()
    {
        keys.Clear();
        places.Clear();
        slots = new int[Fewest];
        Count = 0;
    }

    private int SlotOf(ReadOnlySpan<byte> key)
    {
        var hash = default(HashCode);
        hash.AddBytes(key);
        var slot = hash.ToHashCode() & (slots.Length - 1);
        while (slots[slot] > 0 && !this[slots[slot] - 1].SequenceEqual(key)) slot = (slot + 1) & (slots.Length - 1);
        return slot;
    }

    private void Grow()
    {
        slots = new int[slots.Length * 2];
        for (var number = 0; number < Count; number++) slots[SlotOf(this[number])] = number + 1;
    }
}
