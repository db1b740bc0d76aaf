namespace CsrGraph.Seeding.Compact;

/// <summary>Reads what <see cref="CharWriter"/> wrote, in the same order.</summary>
internal ref struct CharReader(ReadOnlySpan<char> chars)
{
    private readonly ReadOnlySpan<char> chars = chars;

    /// <summary>How many characters were read.</summary>
    public int Position { get; private set; }

    public int Number()
    {
        var (value, shift) = (0, 0);
        while (true)
        {
            int part = chars[Position++];
            value |= (part & ((1 << CharWriter.Bits) - 1)) << shift;
            if (part >> CharWriter.Bits == 0) return value;
            shift += CharWriter.Bits;
        }
    }

    public ReadOnlySpan<char> Words(int length)
    {
        var words = chars.Slice(Position, length);
        Position += length;
        return words;
    }
}
