using CsrGraph.Model;
using CsrGraph.Store;
using CsrGraph.Vocabulary;

namespace CsrGraph.Seeding.Changes;

/// <summary>Derives the day and rank of claims as they would stand after a draft.</summary>
internal sealed class OrderDerivation(
    ChangeDraft draft, DraftState state, StoreReading reading, VocabularyDefinition vocabulary, Dictionary<EntityId, PartialDate?> dates)
{
    private const string Former = "FORMER";

    public async Task<Dictionary<ClaimId, ClaimOrder>> OrdersAsync(IReadOnlyCollection<Claim> claims, CancellationToken cancellation)
    {
        var unknown = claims.SelectMany(c => Initiatives(c).Concat(state.Evidence(c.Id).Select(e => e.Document)))
            .Where(i => !dates.ContainsKey(i) && !draft.AddedEntities.ContainsKey(i));
        var standing = await reading.EntitiesAsync(unknown, cancellation);
        return claims.ToDictionary(c => c.Id, c => OrderOf(c, standing));
    }

    // The object first: who takes part in an event does so on the event's day; what has no dated object takes the subject's.
    private IEnumerable<EntityId> Initiatives(Claim claim)
    {
        if (claim.Object is { } end && IsInitiative(end)) yield return end;
        if (IsInitiative(claim.Subject)) yield return claim.Subject;
    }

    private bool IsInitiative(EntityId id) => !id.IsDocument && vocabulary.KindOfId(id.Value)?.Interface == KindDefinition.Initiative;

    private ClaimOrder OrderOf(Claim claim, Dictionary<EntityId, Entity> standing)
    {
        PartialDate? DateOf(EntityId id) =>
            id.IsDocument ? (draft.AddedEntities.GetValueOrDefault(id) ?? standing.GetValueOrDefault(id))?.Date
            : dates.TryGetValue(id, out var derived) ? derived
            : draft.AddedEntities.ContainsKey(id) ? null : standing.GetValueOrDefault(id)?.Date;

        var evidence = state.Evidence(claim.Id);
        var document = evidence.Select(e => DateOf(e.Document)).Where(d => d?.Earliest is not null).MinBy(d => d!.Earliest);
        var own = claim.When?.Earliest is not null ? claim.When : Qualifier(claim, QualifierName.From);
        // A happening holds from its day on; a state ends.
        var isState = claim.Kind == ClaimKind.Relation && vocabulary.RelationType(claim.Type).IsState;
        var until = Qualifier(claim, QualifierName.Until)?.Latest ?? (isState && claim.When?.Precision == DatePrecision.Interval ? claim.When.Latest : null);
        var first = evidence.Min(e => e.Document);
        var rank = evidence.Where(e => e.Document == first).Min(e => e.Span?.Start ?? 0);

        // A former post began on a day that nobody states and was over when the document was written.
        if (claim.Qualifiers[QualifierName.State] == Former) return new ClaimOrder(own?.Earliest?.DayNumber, (until ?? document?.Latest)?.DayNumber, rank);
        var dated = own ?? Initiatives(claim).Select(DateOf).FirstOrDefault(d => d?.Earliest is not null) ?? document;
        return new ClaimOrder(dated?.Earliest?.DayNumber, until?.DayNumber, rank);
    }

    private static PartialDate? Qualifier(Claim claim, string name) => claim.Qualifiers[name] is { } code ? PartialDateCode.Decode(code) : null;
}
