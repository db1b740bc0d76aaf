using System.Buffers;
using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using CsrGraph.Model;

namespace CsrGraph.Store;

/// <summary>
/// What a state holds, summed up: two states with the same checksum hold the same entities, claims and evidence, whichever stores keep them, and in
/// whichever order they were written. Each row counts as the first 128 bits of the SHA-256 of all that it says, days and ranks among it.
/// </summary>
/// <param name="Entities">How many entities and documents stand.</param>
/// <param name="Claims">How many claims stand.</param>
/// <param name="Pieces">How many pieces of evidence stand.</param>
/// <param name="Sum">The sum of the rows' hashes, modulo 2^128.</param>
public readonly record struct StoreChecksum(long Entities, long Claims, long Pieces, UInt128 Sum)
{
    /// <summary>Reads back all that stands after a change-set; no more than a page of it is held at once.</summary>
    public static async Task<StoreChecksum> OfAsync(IGraphStore store, long head, CancellationToken cancellation)
    {
        var checksum = default(StoreChecksum);
        await foreach (var change in store.ChangesAsync(0, head, cancellation)) checksum = checksum.With(change);
        return checksum;
    }

    /// <summary>The same with one row more.</summary>
    /// <exception cref="ArgumentException">It adds no row.</exception>
    public StoreChecksum With(Change added) => added switch
    {
        Change.EntityAdded(var entity) => this with { Entities = Entities + 1, Sum = Sum + Hash(json => Write(json, entity)) },
        Change.ClaimAdded(var claim, var order) => this with { Claims = Claims + 1, Sum = Sum + Hash(json => Write(json, claim, order)) },
        Change.EvidenceAdded(var claim, var piece) => this with { Pieces = Pieces + 1, Sum = Sum + Hash(json => Write(json, claim, piece)) },
        _ => throw new ArgumentException($"it adds nothing: {added}", nameof(added)),
    };

    /// <summary>One line, to be compared with another store's.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Sum:x32} over {Entities} entities, {Claims} claims, {Pieces} pieces of evidence");

    private static void Write(Utf8JsonWriter json, Entity entity)
    {
        json.WriteStringValue(entity.Id.Value);
        json.WriteStringValue(entity.Kind);
        json.WriteStringValue(entity.Category);
        json.WriteStringValue(entity.Date is { } date ? PartialDateCode.Encode(date) : null);
        json.WriteBase64StringValue(RecordCode.EncodeEntity(entity));
    }

    private static void Write(Utf8JsonWriter json, Claim claim, ClaimOrder order)
    {
        json.WriteStringValue(claim.Id.ToString());
        json.WriteStringValue(claim.Kind.ToString());
        json.WriteStringValue(claim.Type);
        json.WriteStringValue(claim.Subject.Value);
        json.WriteStringValue(claim.Object?.Value);
        json.WriteBase64StringValue(RecordCode.EncodeClaim(claim));
        json.WriteNumberValue(order.FromDay ?? -1);
        json.WriteNumberValue(order.UntilDay ?? -1);
        json.WriteNumberValue(order.Rank);
    }

    private static void Write(Utf8JsonWriter json, ClaimId claim, Evidence piece)
    {
        json.WriteStringValue(claim.ToString());
        json.WriteStringValue(piece.Document.Value);
        json.WriteStringValue(piece.Quote);
        json.WriteNumberValue(piece.Span?.Start ?? -1);
        json.WriteNumberValue(piece.Span?.End ?? -1);
        json.WriteStringValue(piece.Grade.ToString());
        json.WriteStringValue(piece.Note);
        json.WriteStringValue(piece.Roster?.ToString());
    }

    // Rows of the three sorts differ in how many values they have.
    private static UInt128 Hash(Action<Utf8JsonWriter> values)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartArray();
            values(json);
            json.WriteEndArray();
        }

        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(buffer.WrittenSpan, hash);
        return BinaryPrimitives.ReadUInt128BigEndian(hash);
    }
}
