using CsrGraph.Model;
using CsrGraph.Store;
using CsrGraph.Vocabulary;

namespace CsrGraph.Seeding.Changes;

/// <summary>
/// Completes a draft with what follows from it: which claims are added and retracted, the best supported date of each initiative, and the day and
/// rank of each claim, also of claims that the draft does not touch but whose initiative or document has another date now.
/// </summary>
internal sealed class Derivation(StoreReading reading, VocabularyDefinition vocabulary)
{
    public async Task<IReadOnlyList<Change>> CompleteAsync(ChangeDraft draft, CancellationToken cancellation)
    {
        if (draft.IsEmpty) return [];
        var touched = await reading.ClaimsAsync(ClaimsBy.Id, draft.Claims.Keys.Select(i => i.ToString()), null, cancellation);
        var state = new DraftState(draft, reading);
        await state.ReadAsync(touched.Select(r => r.Claim), cancellation);

        var dates = await DatesAsync(draft, state, cancellation);
        var redated = await RedatedAsync(draft, dates, cancellation);
        var reordered = await ReorderedAsync(draft, state, redated, touched, cancellation);

        var before = touched.ToDictionary(r => r.Claim.Id);
        var claims = draft.Claims.Values.Concat(reordered.Select(r => r.Claim)).DistinctBy(c => c.Id).ToDictionary(c => c.Id);
        foreach (var row in reordered) before.TryAdd(row.Claim.Id, row);
        await state.ReadAsync(claims.Values, cancellation);
        var orders = await new OrderDerivation(draft, state, reading, vocabulary, dates).OrdersAsync([.. claims.Values.Where(c => state.Stands(c.Id))], cancellation);
        return Assemble(draft, state, before, claims, dates, redated, orders);
    }

    // The best supported date of every initiative whose date claims the draft touches.
    private async Task<Dictionary<EntityId, PartialDate?>> DatesAsync(ChangeDraft draft, DraftState state, CancellationToken cancellation)
    {
        var subjects = draft.Claims.Values.Where(BestDate.IsDate).Select(c => c.Subject).ToHashSet();
        var rows = await reading.ClaimsAsync(ClaimsBy.Subject, subjects.Select(s => s.Value), BestDate.Only, cancellation);
        var claims = rows.Select(r => r.Claim).Concat(draft.Claims.Values.Where(BestDate.IsDate)).DistinctBy(c => c.Id).ToList();
        await state.ReadAsync(claims, cancellation);
        var best = BestDate.Of(claims.Where(c => state.Stands(c.Id))
            .Select(c => new DateSupport(c.Id, c.Subject, c.When!, state.Evidence(c.Id).Select(e => e.Document).Distinct().Count())));
        return subjects.ToDictionary(s => s, best.GetValueOrDefault);
    }

    // Standing entities whose date changes though nothing else about them does.
    private async Task<List<EntityId>> RedatedAsync(ChangeDraft draft, Dictionary<EntityId, PartialDate?> dates, CancellationToken cancellation)
    {
        var standing = await reading.EntitiesAsync(dates.Keys.Concat(draft.AddedEntities.Keys), cancellation);
        foreach (var id in draft.AddedEntities.Keys.Where(i => !i.IsDocument && !dates.ContainsKey(i)).ToList())
        {
            // A new version of an entity keeps the date that its claims gave it.
            if (standing.TryGetValue(id, out var old)) dates.Add(id, old.Date);
        }

        return [.. dates.Where(d => standing.TryGetValue(d.Key, out var old) && old.Date != d.Value).Select(d => d.Key).Order()];
    }

    // Standing claims that the draft does not touch and that may have another day: of a redated initiative, or of a document with a new date.
    private async Task<List<ClaimRow>> ReorderedAsync(
        ChangeDraft draft, DraftState state, List<EntityId> redated, List<ClaimRow> touched, CancellationToken cancellation)
    {
        var rows = await reading.ClaimsAsync(ClaimsBy.End, redated.Select(i => i.Value), null, cancellation);
        var documents = draft.AddedEntities.Values.Where(e => e.Id.IsDocument && draft.RetractedEntities.TryGetValue(e.Id, out var old) && old.Date != e.Date);
        rows.AddRange(await reading.ClaimsAsync(ClaimsBy.Document, documents.Select(d => d.Id.Value), null, cancellation));
        var known = touched.Select(r => r.Claim.Id).ToHashSet();
        var others = rows.Where(r => !known.Contains(r.Claim.Id)).DistinctBy(r => r.Claim.Id).ToList();
        await state.ReadAsync(others.Select(r => r.Claim), cancellation);
        return others;
    }

    private static List<Change> Assemble(
        ChangeDraft draft,
        DraftState state,
        Dictionary<ClaimId, ClaimRow> before,
        Dictionary<ClaimId, Claim> claims,
        Dictionary<EntityId, PartialDate?> dates,
        List<EntityId> redated,
        Dictionary<ClaimId, ClaimOrder> orders)
    {
        var changes = new List<Change>();
        var ids = claims.Keys.Order().ToList();
        foreach (var (id, pieces) in draft.RetractedEvidence.OrderBy(e => e.Key)) changes.AddRange(InOrder(pieces).Select(p => new Change.EvidenceRetracted(id, p)));
        changes.AddRange(ids.Where(i => before.ContainsKey(i) && !state.Stands(i)).Select(i => new Change.ClaimRetracted(claims[i])));
        changes.AddRange(draft.RetractedEntities.Values.OrderBy(e => e.Id).Select(e => new Change.EntityRetracted(e)));
        changes.AddRange(draft.AddedEntities.Values.OrderBy(e => e.Id).Select(e => new Change.EntityAdded(
            e.Id.IsDocument ? e : e with { Date = dates.GetValueOrDefault(e.Id) })));
        changes.AddRange(ids.Where(i => !before.ContainsKey(i) && state.Stands(i)).Select(i => new Change.ClaimAdded(claims[i], orders[i])));
        foreach (var (id, pieces) in draft.AddedEvidence.OrderBy(e => e.Key)) changes.AddRange(InOrder(pieces).Select(p => new Change.EvidenceAdded(id, p)));
        changes.AddRange(ids.Where(i => before.TryGetValue(i, out var row) && state.Stands(i) && row.Order != orders[i]).Select(i => new Change.ClaimReordered(i, orders[i])));
        changes.AddRange(redated.Where(i => !draft.AddedEntities.ContainsKey(i) && !draft.RetractedEntities.ContainsKey(i)).Select(i => new Change.EntityRedated(i, dates[i])));
        return changes;
    }

    /// <summary>Pieces by document and place.</summary>
    public static IOrderedEnumerable<Evidence> InOrder(IEnumerable<Evidence> pieces) =>
        pieces.OrderBy(p => p.Document).ThenBy(p => p.Span?.Start ?? 0).ThenBy(p => p.Span?.End ?? 0).ThenBy(p => p.Note, StringComparer.Ordinal);
}
