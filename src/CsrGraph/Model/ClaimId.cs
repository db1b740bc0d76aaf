using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace CsrGraph.Model;

/// <summary>
/// A claim's id: the first 16 bytes of the SHA-256 of what it says, written as <c>claim:</c> and 32 hexadecimal digits. The same statement has
/// the same id in every document, load and store.
/// </summary>
public readonly record struct ClaimId(UInt128 Hash) : IComparable<ClaimId>
{
    private const string Prefix = "claim:";

    /// <summary>Reads an id without throwing.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out ClaimId id)
    {
        id = default;
        if (text is null || text.Length != Prefix.Length + 32 || !text.StartsWith(Prefix, StringComparison.Ordinal)) return false;
        if (!UInt128.TryParse(text.AsSpan(Prefix.Length), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var hash)) return false;
        id = new ClaimId(hash);
        return true;
    }

    /// <summary>The id of 16 big-endian bytes.</summary>
    public static ClaimId FromBytes(ReadOnlySpan<byte> bytes) => new(System.Buffers.Binary.BinaryPrimitives.ReadUInt128BigEndian(bytes));

    /// <summary>The hash as 16 big-endian bytes; they sort as the ids do.</summary>
    public byte[] ToBytes()
    {
        var bytes = new byte[16];
        System.Buffers.Binary.BinaryPrimitives.WriteUInt128BigEndian(bytes, Hash);
        return bytes;
    }

    /// <inheritdoc/>
    public int CompareTo(ClaimId other) => Hash.CompareTo(other.Hash);

    /// <inheritdoc/>
    public override string ToString() => string.Create(Prefix.Length + 32, Hash, (text, hash) =>
    {
        Span<byte> bytes = stackalloc byte[16];
        System.Buffers.Binary.BinaryPrimitives.WriteUInt128BigEndian(bytes, hash);
        Prefix.CopyTo(text);
        Convert.TryToHexStringLower(bytes, text[Prefix.Length..], out _);
    });

    /// <summary>Order of the hashes.</summary>
    public static bool operator <(ClaimId left, ClaimId right) => left.CompareTo(right) < 0;

    /// <summary>Order of the hashes.</summary>
    public static bool operator >(ClaimId left, ClaimId right) => left.CompareTo(right) > 0;

    /// <summary>Order of the hashes.</summary>
    public static bool operator <=(ClaimId left, ClaimId right) => left.CompareTo(right) <= 0;

    /// <summary>Order of the hashes.</summary>
    public static bool operator >=(ClaimId left, ClaimId right) => left.CompareTo(right) >= 0;
}
