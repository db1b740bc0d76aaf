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

    private ClaimId ComputeId()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Append(hash, Kind.ToString());
        Append(hash, Type);
        Append(hash, Subject.Value);
        Append(hash, Object?.Value);
        foreach (var (name, value) in Qualifiers)
        {
            Append(hash, name);
            Append(hash, value);
        }

        if (When is { } when)
        {
            Append(hash, "");
            Append(hash, when.Date);
            Append(hash, when.Text);
            Append(hash, when.Reason);
            Append(hash, when.Time?.ToString());
        }

        Span<byte> digest = stackalloc byte[32];
        hash.GetHashAndReset(digest);
        return ClaimId.FromBytes(digest[..16]);
    }

    // Length first, so that no two sequences of parts give the same bytes; -1 for a part that is not there.
    private static void Append(IncrementalHash hash, string? part)
    {
        var bytes = part is null ? [] : Encoding.UTF8.GetBytes(part);
        Span<byte> length = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, part is null ? -1 : bytes.Length);
        hash.AppendData(length);
        hash.AppendData(bytes);
    }
}
