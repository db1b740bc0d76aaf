using CsrGraph.Model;

namespace CsrGraph.Store;

/// <summary>
/// One change of a change-set. A change-set brings them in this order: retracted evidence, claims and entities; then added entities; then added
/// claims and evidence, each claim before its own evidence; then what was only re-derived. An entity that changes is retracted and added; a claim or
/// a piece of evidence is never both in one change-set.
/// </summary>
public abstract record Change
{
    private Change()
    {
    }

    /// <summary>An entity, or a new version of one, stands.</summary>
    public sealed record EntityAdded(Entity Entity) : Change;

    /// <summary>An entity, or a version of one, stands no more.</summary>
    public sealed record EntityRetracted(Entity Entity) : Change;

    /// <summary>A claim stands.</summary>
    public sealed record ClaimAdded(Claim Claim, ClaimOrder Order) : Change;

    /// <summary>A claim stands no more.</summary>
    public sealed record ClaimRetracted(Claim Claim) : Change;

    /// <summary>A piece of evidence stands.</summary>
    public sealed record EvidenceAdded(ClaimId Claim, Evidence Evidence) : Change;

    /// <summary>A piece of evidence stands no more.</summary>
    public sealed record EvidenceRetracted(ClaimId Claim, Evidence Evidence) : Change;

    /// <summary>A standing claim has another day or rank; it says what it said.</summary>
    public sealed record ClaimReordered(ClaimId Claim, ClaimOrder Order) : Change;

    /// <summary>A standing initiative has another best supported date; it says what it said.</summary>
    public sealed record EntityRedated(EntityId Entity, PartialDate? Date) : Change;
}
