using System.Buffers.Binary;
using System.Collections;

namespace CsrGraph.Seeding.Bulk.Sorting;

/// <summary>Reads the records of a range of a scratch file, one after the other: a key, a length, and so many bytes.</summary>
internal sealed class RunReader(ScratchFile file, long offset, long length) : IEnumerator<SortedRecord>
{
    /// <summary>How many bytes stand before each record.</summary>
    public const int HeadBytes = 20;

    private byte[] buffer = new byte[(int)Math.Min(length, 1 << 16)];
    private long next = offset;
    private int start;
    private int end;

    public SortedRecord Current { get; private set; }

    object IEnumerator.Current => Current;

    private long End { get; } = offset + length;

    public static void WriteHead(Span<byte> head, UInt128 key, int length)
    {
        BinaryPrimitives.WriteUInt128LittleEndian(head, key);
        BinaryPrimitives.WriteInt32LittleEndian(head[16..], length);
    }

    public bool MoveNext()
    {
        if (!Has(HeadBytes)) return false;
        var key = BinaryPrimitives.ReadUInt128LittleEndian(buffer.AsSpan(start));
        var size = BinaryPrimitives.ReadInt32LittleEndian(buffer.AsSpan(start + 16));
        if (!Has(HeadBytes + size)) throw new InvalidDataException("the scratch file ends within a record");
        Current = new SortedRecord(key, buffer.AsMemory(start + HeadBytes, size));
        start += HeadBytes + size;
        return true;
    }

    public void Reset() => throw new NotSupportedException();

    public void Dispose()
    {
    }

    private bool Has(int size)
    {
        if (end - start >= size) return true;
        if (end - start + (End - next) < size) return false;
        var grown = size > buffer.Length ? new byte[size] : buffer;
        buffer.AsSpan(start, end - start).CopyTo(grown);
        (buffer, start, end) = (grown, 0, end - start);
        var read = file.Read(next, buffer.AsSpan(end, (int)Math.Min(buffer.Length - end, End - next)));
        next += read;
        end += read;
        return end - start >= size;
    }
}
