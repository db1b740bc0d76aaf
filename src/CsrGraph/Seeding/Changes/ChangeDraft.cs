using CsrGraph.Model;

namespace CsrGraph.Seeding.Changes;

/// <summary>
/// What is to change in what sources say, before days, ranks and dates are derived from it. Whether a claim is added or retracted follows from its
/// evidence: it stands while one piece stands.
/// </summary>
internal sealed class ChangeDraft
{
    public Dictionary<EntityId, Entity> RetractedEntities { get; } = [];

    public Dictionary<EntityId, Entity> AddedEntities { get; } = [];

    public Dictionary<ClaimId, HashSet<Evidence>> RetractedEvidence { get; } = [];

    public Dictionary<ClaimId, HashSet<Evidence>> AddedEvidence { get; } = [];

    /// <summary>Every claim whose evidence changes.</summary>
    public Dictionary<ClaimId, Claim> Claims { get; } = [];

    public bool IsEmpty => RetractedEntities.Count + AddedEntities.Count + RetractedEvidence.Count + AddedEvidence.Count == 0;

    public void Replace(Entity? old, Entity? changed)
    {
        if (old is not null) RetractedEntities.Add(old.Id, old);
        if (changed is not null) AddedEntities.Add(changed.Id, changed);
    }

    public void Add(Claim claim, Evidence evidence) => Note(AddedEvidence, claim, evidence);

    public void Retract(Claim claim, Evidence evidence) => Note(RetractedEvidence, claim, evidence);

    private void Note(Dictionary<ClaimId, HashSet<Evidence>> evidence, Claim claim, Evidence piece)
    {
        Claims.TryAdd(claim.Id, claim);
        if (!evidence.TryGetValue(claim.Id, out var pieces)) evidence.Add(claim.Id, pieces = []);
        pieces.Add(piece);
    }
}
