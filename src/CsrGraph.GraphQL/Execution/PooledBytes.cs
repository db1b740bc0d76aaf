using System.Buffers;

namespace CsrGraph.GraphQL.Execution;

/// <summary>Bytes as they are written, in memory that is lent and given back.</summary>
internal sealed class PooledBytes : IBufferWriter<byte>, IDisposable
{
    private const int Smallest = 16 * 1024;

    private byte[] bytes = ArrayPool<byte>.Shared.Rent(Smallest);

    /// <summary>What was written; not to be looked at once this is disposed of.</summary>
    public ReadOnlyMemory<byte> Written => bytes.AsMemory(0, Length);

    /// <summary>How much was written.</summary>
    public int Length { get; private set; }

    public void Advance(int count) => Length += count;

    public void Append(byte value)
    {
        if (Length == bytes.Length) Grow(1);
        bytes[Length++] = value;
    }

    public void Append(ReadOnlySpan<byte> values)
    {
        if (bytes.Length - Length < values.Length) Grow(values.Length);
        values.CopyTo(bytes.AsSpan(Length));
        Length += values.Length;
    }

    /// <summary>Takes back what was written since it had this length.</summary>
    public void Truncate(int length) => Length = length;

    /// <summary>Takes the last byte away again.</summary>
    public void DropLast() => Length--;

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        Grow(sizeHint);
        return bytes.AsMemory(Length);
    }

    public Span<byte> GetSpan(int sizeHint = 0)
    {
        Grow(sizeHint);
        return bytes.AsSpan(Length);
    }

    public void Dispose()
    {
        if (bytes.Length > 0) ArrayPool<byte>.Shared.Return(bytes);
        (bytes, Length) = ([], 0);
    }

    private void Grow(int wanted)
    {
        if (bytes.Length - Length >= Math.Max(wanted, 1)) return;
        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(bytes.Length * 2, Length + wanted));
        bytes.AsSpan(0, Length).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(bytes);
        bytes = larger;
    }
}
