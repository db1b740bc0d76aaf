using System.Buffers.Binary;
using System.Text;

namespace CsrGraph.Seeding.Bulk.Records;

/// <summary>Writes numbers and words one after the other, as <see cref="ByteReader"/> reads them.</summary>
internal sealed class ByteWriter
{
    private byte[] bytes = new byte[1024];
    private int length;

    /// <summary>What was written since it was last cleared.</summary>
    public ReadOnlySpan<byte> Written => bytes.AsSpan(0, length);

    public ByteWriter Clear()
    {
        length = 0;
        return this;
    }

    public ByteWriter Byte(int value)
    {
        Room(1)[0] = (byte)value;
        length++;
        return this;
    }

    /// <summary>A number that is not negative, the shorter the smaller.</summary>
    public ByteWriter Number(int value)
    {
        var room = Room(5);
        var (rest, at) = ((uint)value, 0);
        for (; rest >= 0x80; rest >>= 7) room[at++] = (byte)(rest | 0x80);
        room[at++] = (byte)rest;
        length += at;
        return this;
    }

    public ByteWriter Words(string value)
    {
        var most = Encoding.UTF8.GetMaxByteCount(value.Length);
        var size = value.Length <= 40 ? Encoding.UTF8.GetBytes(value, Room(most + 1)[1..]) : Encoding.UTF8.GetByteCount(value);
        if (value.Length <= 40 && size < 0x80)
        {
            bytes[length] = (byte)size;
            length += size + 1;
            return this;
        }

        Number(size);
        length += Encoding.UTF8.GetBytes(value, Room(most));
        return this;
    }

    public ByteWriter Bytes(ReadOnlySpan<byte> value)
    {
        Number(value.Length);
        value.CopyTo(Room(value.Length));
        length += value.Length;
        return this;
    }

    public ByteWriter Hash(UInt128 value)
    {
        BinaryPrimitives.WriteUInt128LittleEndian(Room(16), value);
        length += 16;
        return this;
    }

    private Span<byte> Room(int size)
    {
        if (length + size > bytes.Length) Array.Resize(ref bytes, Math.Max(bytes.Length * 2, length + size));
        return bytes.AsSpan(length);
    }
}
