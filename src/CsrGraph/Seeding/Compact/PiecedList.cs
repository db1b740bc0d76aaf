using System.Diagnostics.CodeAnalysis;

namespace CsrGraph.Seeding.Compact;

/// <summary>A list in pieces of 65 536, which grows without copying what it holds, so that there is never twice as much of it.</summary>
internal sealed class PiecedList<T>
{
    private const int PieceBits = 16;
    private const int PieceSize = 1 << PieceBits;

    private readonly List<T[]> pieces = [];

    /// <summary>How many items there are.</summary>
    public int Count { get; private set; }

    /// <summary>An item, which may be set.</summary>
    [SuppressMessage("Design", "CA1043", Justification = "The number is an index.")]
    public ref T this[int number] => ref pieces[number >> PieceBits][number & (PieceSize - 1)];

    public void Add(T item)
    {
        if (Count >> PieceBits == pieces.Count) pieces.Add(new T[PieceSize]);
        this[Count++] = item;
    }

    /// <summary>Lets all of them go.</summary>
    public void Clear()
    {
        pieces.Clear();
        Count = 0;
    }
}
