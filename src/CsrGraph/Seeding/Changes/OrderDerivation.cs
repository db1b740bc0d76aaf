using CsrGraph.Model;
using CsrGraph.Store;
using CsrGraph.Vocabulary;

namespace CsrGraph.Seeding.Changes;

/// <summary>Derives the day and rank of claims as they would stand after a draft.</summary>
internal sealed class OrderDerivation(
    ChangeDraft draft, DraftState state, StoreReading reading, VocabularyDefinition vocabulary, Dictionary<EntityId, PartialDate?> dates)
{
    private readonly OrderRule rule = new(vocabulary);

    public async Task<Dictionary<ClaimId, ClaimOrder>> OrdersAsync(IReadOnlyCollection<Claim> claims, CancellationToken cancellation)
    {
        var unknown = claims.SelectMany(c => rule.Initiatives(c).Concat(state.Evidence(c.Id).Select(e => e.Document)))
            .Where(i => !dates.ContainsKey(i) && !draft.AddedEntities.ContainsKey(i));
        var standing = await reading.EntitiesAsync(unknown, cancellation);
        return claims.ToDictionary(c => c.Id, c => rule.Of(c, state.Evidence(c.Id), DaysOf));

        Days? DaysOf(EntityId id) => Days.Of(
            id.IsDocument ? (draft.AddedEntities.GetValueOrDefault(id) ?? standing.GetValueOrDefault(id))?.Date
            : dates.TryGetValue(id, out var derived) ? derived
            : draft.AddedEntities.ContainsKey(id) ? null : standing.GetValueOrDefault(id)?.Date);
    }
}
