using System.Buffers.Binary;
using System.Text;
using CsrGraph.Model;

namespace CsrGraph.Store;

/// <summary>
/// Remembers headings without a date as their letters, side by side in a few large arrays: some 70 bytes each, where an object with its strings takes 300.
/// It begins empty and grows with what is remembered, to 160 MB at most. Safe for many readers at once; those who add wait for one another.
/// </summary>
internal sealed class HeadingArchive
{
    // A power of two: so many keys that count from 1 are remembered at once.
    private const int Places = 1 << 21;
    private const int PartLength = 1 << 20;
    private const int MostParts = 144;
    private const int Aligned = 8;

    // Kind, category, and the lengths of id and name.
    private const int Head = 6;

    private readonly Lock adding = new();
    private readonly byte[]?[] parts = new byte[MostParts][];
    private readonly string?[] terms = new string?[byte.MaxValue];
    private ulong[]? places;
    private long end;

    /// <summary>The heading of an entity, or null.</summary>
    public Entity? Find(long key)
    {
        if (Volatile.Read(ref places) is not { } all) return null;
        var place = Volatile.Read(ref all[key & (Places - 1)]);
        if (place >> 32 != (ulong)key) return null;
        var at = (long)(place & uint.MaxValue) * Aligned;
        var record = parts[at / PartLength].AsSpan((int)(at % PartLength));
        int idLength = BinaryPrimitives.ReadUInt16LittleEndian(record[2..]);
        int nameLength = BinaryPrimitives.ReadUInt16LittleEndian(record[4..]);
        var id = new EntityId(Encoding.UTF8.GetString(record.Slice(Head, idLength)));
        return Entity.Heading(id, terms[record[0]]!, terms[record[1]], Encoding.UTF8.GetString(record.Slice(Head + idLength, nameLength)), null);
    }

    /// <summary>Remembers one; false where it has a date, is too long, or there is no room.</summary>
    public bool Add(long key, Entity entity)
    {
        if (entity.Date is not null || key is <= 0 or > uint.MaxValue) return false;
        var (idLength, nameLength) = (Encoding.UTF8.GetByteCount(entity.Id.Value), Encoding.UTF8.GetByteCount(entity.Name));
        var length = Head + idLength + nameLength;
        if (length > ushort.MaxValue) return false;
        lock (adding)
        {
            // A record lies within one part.
            var at = (end + Aligned - 1) / Aligned * Aligned;
            if ((at % PartLength) + length > PartLength) at = (at / PartLength + 1) * PartLength;
            if (at / PartLength >= MostParts || Term(entity.Kind) is not { } kind || Term(entity.Category) is not { } category) return false;
            var part = parts[at / PartLength] ??= new byte[PartLength];
            var record = part.AsSpan((int)(at % PartLength), length);
            (record[0], record[1]) = (kind, category);
            BinaryPrimitives.WriteUInt16LittleEndian(record[2..], (ushort)idLength);
            BinaryPrimitives.WriteUInt16LittleEndian(record[4..], (ushort)nameLength);
            Encoding.UTF8.GetBytes(entity.Id.Value, record[Head..]);
            Encoding.UTF8.GetBytes(entity.Name, record[(Head + idLength)..]);
            end = at + length;

            // Whoever sees the place sees what was written before.
            places ??= new ulong[Places];
            Volatile.Write(ref places[key & (Places - 1)], ((ulong)key << 32) | (ulong)(at / Aligned));
            return true;
        }
    }

    // Place 0 is no term.
    private byte? Term(string? text)
    {
        if (text is null) return 0;
        for (var i = 1; i < terms.Length; i++)
        {
            terms[i] ??= text;
            if (terms[i] == text) return (byte)i;
        }

        return null;
    }
}
