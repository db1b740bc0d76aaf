using CsrGraph.Model;

namespace CsrGraph.Seeding.Changes;

/// <summary>The evidence of claims as it would be after a draft.</summary>
internal sealed class DraftState(ChangeDraft draft, StoreReading reading)
{
    private readonly Dictionary<ClaimId, HashSet<Evidence>> after = [];

    /// <summary>Reads what the store has for these claims, and applies the draft to it.</summary>
    public async Task ReadAsync(IEnumerable<Claim> claims, CancellationToken cancellation)
    {
        var wanted = claims.Select(c => c.Id).Where(i => !after.ContainsKey(i)).Distinct().ToList();
        var standing = await reading.EvidenceAsync(wanted, cancellation);
        foreach (var id in wanted)
        {
            var pieces = standing.TryGetValue(id, out var before) ? before : [];
            if (draft.RetractedEvidence.TryGetValue(id, out var retracted)) pieces.ExceptWith(retracted);
            if (draft.AddedEvidence.TryGetValue(id, out var added)) pieces.UnionWith(added);
            after.Add(id, pieces);
        }
    }

    public HashSet<Evidence> Evidence(ClaimId claim) => after[claim];

    public bool Stands(ClaimId claim) => after[claim].Count > 0;
}
