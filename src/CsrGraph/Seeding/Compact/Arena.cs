namespace CsrGraph.Seeding.Compact;

/// <summary>
/// Keeps runs of values side by side in pieces of 65 536, each run whole in one piece. It grows without copying what it holds, so that there is never
/// twice as much of it.
/// </summary>
internal sealed class Arena<T>
    where T : unmanaged
{
    private const int PieceBits = 16;
    private const int PieceSize = 1 << PieceBits;
    private const int MaxPieces = 1 << (32 - PieceBits);

    private readonly List<T[]> pieces = [];
    private int used = PieceSize;

    /// <summary>Adds a run and gives its place.</summary>
    /// <exception cref="InvalidOperationException">There is no room for more than 4 thousand million values.</exception>
    public int Add(ReadOnlySpan<T> run)
    {
        if (used + run.Length > PieceSize) NewPiece(run.Length);
        run.CopyTo(pieces[^1].AsSpan(used));
        var place = ((pieces.Count - 1) << PieceBits) | used;
        used += run.Length;
        return place;
    }

    /// <summary>All values from a place to its piece's end; the run that was added there comes first.</summary>
    public Span<T> From(int place) => pieces[(int)((uint)place >> PieceBits)].AsSpan(place & (PieceSize - 1));

    /// <summary>Lets all of it go.</summary>
    public void Clear()
    {
        pieces.Clear();
        used = PieceSize;
    }

    private void NewPiece(int least)
    {
        if (pieces.Count == MaxPieces) throw new InvalidOperationException("there is no room for so many values");
        pieces.Add(new T[Math.Max(PieceSize, least)]);
        used = 0;
    }
}
