using System.Buffers.Binary;
using System.Text;

namespace CsrGraph.Seeding.Bulk.Records;

/// <summary>Reads what <see cref="ByteWriter"/> wrote, in the same order.</summary>
internal ref struct ByteReader(ReadOnlySpan<byte> bytes)
{
    private ReadOnlySpan<byte> rest = bytes;

    public readonly bool IsAtEnd => rest.IsEmpty;

    /// <summary>How many bytes are left.</summary>
    public readonly int Left => rest.Length;

    public int Byte()
    {
        var value = rest[0];
        rest = rest[1..];
        return value;
    }

    public int Number()
    {
        uint value = 0;
        for (var (at, shift) = (0, 0); ; at++, shift += 7)
        {
            value |= (uint)(rest[at] & 0x7F) << shift;
            if (rest[at] >= 0x80) continue;
            rest = rest[(at + 1)..];
            return (int)value;
        }
    }

    public string Words() => Encoding.UTF8.GetString(Bytes());

    public ReadOnlySpan<byte> Bytes()
    {
        var length = Number();
        var value = rest[..length];
        rest = rest[length..];
        return value;
    }

    public UInt128 Hash()
    {
        var value = BinaryPrimitives.ReadUInt128LittleEndian(rest);
        rest = rest[16..];
        return value;
    }
}
