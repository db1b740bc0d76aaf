using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace CsrGraph.Model;

/// <summary>What sort of thing a claim says.</summary>
public enum ClaimKind
{
    /// <summary>One entity stands in a relation to another.</summary>
    Relation,

    /// <summary>A number, as printed.</summary>
    Figure,

    /// <summary>How many took part in an initiative in one role, and whether all are named.</summary>
    Roster,

    /// <summary>An attribute, an activity, a finding or a quotation.</summary>
    Statement,

    /// <summary>Who made the document.</summary>
    Credit,
}

/// <summary>
/// What a source says: a kind, a type, one or two ends, qualifiers and a validity. Two claims that agree in all of them are one claim; its
/// evidence stands beside it.
/// </summary>
/// <param name="Kind">What sort of thing it says.</param>
/// <param name="Type">
/// A relation type; the measure's noun for a figure is a qualifier and its type FIGURE; the role for a roster; ATTRIBUTE, ACTIVITY, FINDING or
/// QUOTATION for a statement; the credit's role for a credit.
/// </param>
/// <param name="Subject">Whom or what it speaks of; a credit's subject is its document, a quotation's the speaker.</param>
/// <param name="Object">The other end: of a relation, what a figure is about, where something was said, who is credited; else null.</param>
/// <param name="Qualifiers">What else it says.</param>
/// <param name="When">The date that the text gives it by itself, or null.</param>
public sealed record Claim(ClaimKind Kind, string Type, EntityId Subject, EntityId? Object, Qualifiers Qualifiers, PartialDate? When)
{
    private const int OnStack = 1024;

    private ClaimId? id;

    // Copied by hand, so that a changed copy does not keep the id of its original.
    private Claim(Claim original)
    {
        (Kind, Type, Subject, Object) = (original.Kind, original.Type, original.Subject, original.Object);
        (Qualifiers, When) = (original.Qualifiers, original.When);
    }

    /// <summary>The claim's id, computed from everything that it says.</summary>
    public ClaimId Id => id ??= ComputeId();

    /// <inheritdoc/>
    public bool Equals(Claim? other) => other is not null && Id == other.Id;

    /// <inheritdoc/>
    public override int GetHashCode() => Id.GetHashCode();

    /// <summary>The same claim, its id known from before, so that nobody computes it again: for stores, which keep it beside what it says.</summary>
    public static Claim Known(ClaimId id, ClaimKind kind, string type, EntityId subject, EntityId? other, Qualifiers qualifiers, PartialDate? when) =>
        new(kind, type, subject, other, qualifiers, when) { id = id };

    private ClaimId ComputeId()
    {
        var length = Size(Kind.ToString()) + Size(Type) + Size(Subject.Value) + Size(Object?.Value);
        foreach (var (name, value) in Qualifiers.Pairs) length += Size(name) + Size(value);
        if (When is { } date) length += Size("") + Size(date.Date) + Size(date.Text) + Size(date.Reason) + Size(date.Time?.ToString());

        var rented = length <= OnStack ? null : ArrayPool<byte>.Shared.Rent(length);
        Span<byte> bytes = rented is null ? stackalloc byte[OnStack] : rented;
        var at = 0;
        Append(bytes, ref at, Kind.ToString());
        Append(bytes, ref at, Type);
        Append(bytes, ref at, Subject.Value);
        Append(bytes, ref at, Object?.Value);
        foreach (var (name, value) in Qualifiers.Pairs)
        {
            Append(bytes, ref at, name);
            Append(bytes, ref at, value);
        }

        if (When is { } when)
        {
            Append(bytes, ref at, "");
            Append(bytes, ref at, when.Date);
            Append(bytes, ref at, when.Text);
            Append(bytes, ref at, when.Reason);
            Append(bytes, ref at, when.Time?.ToString());
        }

        Span<byte> digest = stackalloc byte[32];
        SHA256.HashData(bytes[..at], digest);
        if (rented is not null) ArrayPool<byte>.Shared.Return(rented);
        return ClaimId.FromBytes(digest[..16]);
    }

    private static int Size(string? part) => 4 + (part is null ? 0 : Encoding.UTF8.GetMaxByteCount(part.Length));

    // Length first, so that no two sequences of parts give the same bytes; -1 for a part that is not there.
    private static void Append(Span<byte> bytes, ref int at, string? part)
    {
        var length = part is null ? -1 : Encoding.UTF8.GetBytes(part, bytes[(at + 4)..]);
        BinaryPrimitives.WriteInt32BigEndian(bytes[at..], length);
        at += 4 + Math.Max(length, 0);
    }
}
