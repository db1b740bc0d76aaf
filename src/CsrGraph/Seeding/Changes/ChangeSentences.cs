using CsrGraph.Model;
using CsrGraph.Query;
using CsrGraph.Store;
using CsrGraph.Vocabulary;

namespace CsrGraph.Seeding.Changes;

/// <summary>
/// Says changes as lines a person can review: <c>+</c> for what is added, <c>-</c> for what is retracted, <c>~</c> for an entity that changes, each
/// claim with the words and the document that bear it. Evidence that a standing claim gains or loses is a line of its own; days and ranks that only
/// follow are not said.
/// </summary>
public sealed class ChangeSentences(IGraphStore store, VocabularyDefinition vocabulary)
{
    private readonly ClaimSentences sentences = new(vocabulary);

    /// <summary>The lines: entities by id, then claims in the order in which their sources print them, retracted ones first.</summary>
    /// <param name="changes">A plan's changes, or a change-set's.</param>
    /// <param name="asOf">A state that knows the names of what the changes do not bring themselves.</param>
    /// <param name="tongue">In which language the sentences are.</param>
    /// <param name="cancellation">Stops the work.</param>
    public async Task<IReadOnlyList<string>> SayAsync(IReadOnlyList<Change> changes, AsOf asOf, Tongue tongue, CancellationToken cancellation)
    {
        var evidence = changes.OfType<Change.EvidenceAdded>().Select(c => (c.Claim, c.Evidence))
            .Concat(changes.OfType<Change.EvidenceRetracted>().Select(c => (c.Claim, c.Evidence))).ToLookup(e => e.Claim, e => e.Evidence);
        var claims = changes.OfType<Change.ClaimAdded>().Select(c => c.Claim).Concat(changes.OfType<Change.ClaimRetracted>().Select(c => c.Claim))
            .ToDictionary(c => c.Id);
        var others = evidence.Select(e => e.Key).Where(i => !claims.ContainsKey(i)).ToList();
        foreach (var claim in await ClaimsAsync(others, asOf, cancellation)) claims.TryAdd(claim.Id, claim);
        var names = await NamesAsync(changes, claims.Values, evidence, asOf, cancellation);
        string NameOf(EntityId id) => names.GetValueOrDefault(id, id.Value);
        string Say(ClaimId id) => claims.TryGetValue(id, out var claim) ? sentences.Say(claim, NameOf, tongue) : id.ToString();
        string Words(ClaimId id) => string.Concat(evidence[id].Take(3).Select(e => e.Quote is null ? $" — {e.Document}" : $" — “{e.Quote}” {e.Document}"));

        var lines = new List<string>(EntityLines(changes));
        lines.AddRange(AsPrinted(changes.OfType<Change.ClaimRetracted>().Select(c => c.Claim.Id), evidence).Select(i => $"- {Say(i)}{Words(i)}"));
        lines.AddRange(AsPrinted(changes.OfType<Change.ClaimAdded>().Select(c => c.Claim.Id), evidence).Select(i => $"+ {Say(i)}{Words(i)}"));
        foreach (var id in AsPrinted(others, evidence))
        {
            var gained = changes.OfType<Change.EvidenceAdded>().Count(c => c.Claim == id);
            var lost = changes.OfType<Change.EvidenceRetracted>().Count(c => c.Claim == id);
            lines.Add($"~ {Say(id)}: evidence +{gained} -{lost}{Words(id)}");
        }

        return lines;
    }

    // As a reviewer reads on in the source, not as the ids happen to fall.
    private static IEnumerable<ClaimId> AsPrinted(IEnumerable<ClaimId> claims, ILookup<ClaimId, Evidence> evidence) => claims
        .Select(id => (Id: id, First: evidence[id].OrderBy(e => e.Document).ThenBy(e => e.Span?.Start ?? 0).FirstOrDefault()))
        .OrderBy(c => c.First?.Document.Value, StringComparer.Ordinal).ThenBy(c => c.First?.Span?.Start ?? 0).ThenBy(c => c.Id)
        .Select(c => c.Id);

    private static IEnumerable<string> EntityLines(IReadOnlyList<Change> changes)
    {
        var before = changes.OfType<Change.EntityRetracted>().ToDictionary(c => c.Entity.Id, c => c.Entity);
        var after = changes.OfType<Change.EntityAdded>().ToDictionary(c => c.Entity.Id, c => c.Entity);
        return before.Keys.Union(after.Keys).Order().Select(id => (before.GetValueOrDefault(id), after.GetValueOrDefault(id)) switch
        {
            (null, { } made) => $"+ {id} {made.Name}",
            ({ } gone, null) => $"- {id} {gone.Name}",
            ({ } old, { } changed) => $"~ {id} {changed.Name}: {string.Join(", ", Differences(old, changed))}",
            _ => id.Value,
        });
    }

    private static IEnumerable<string> Differences(Entity old, Entity changed)
    {
        if (old.Category != changed.Category) yield return $"category {old.Category ?? "none"} → {changed.Category ?? "none"}";
        if (!old.Names.SequenceEqual(changed.Names)) yield return "names";
        if (!old.Formerly.SequenceEqual(changed.Formerly)) yield return "former ids";
        if (!old.Properties.Equals(changed.Properties)) yield return "metadata";
    }

    private async Task<IReadOnlyList<Claim>> ClaimsAsync(List<ClaimId> ids, AsOf asOf, CancellationToken cancellation)
    {
        if (ids.Count == 0 || asOf.Head == 0) return [];
        var request = new ClaimRequest { By = ClaimsBy.Id, Anchors = [.. ids.Select(i => i.ToString())], Page = PageRequest.All, WithRetracted = true };
        return [.. (await store.ClaimsAsync([request], asOf, cancellation))[0].SelectMany(p => p.Rows).Select(r => r.Claim)];
    }

    private async Task<Dictionary<EntityId, string>> NamesAsync(
        IReadOnlyList<Change> changes, IEnumerable<Claim> claims, ILookup<ClaimId, Evidence> evidence, AsOf asOf, CancellationToken cancellation)
    {
        var names = changes.OfType<Change.EntityRetracted>().Select(c => c.Entity).Concat(changes.OfType<Change.EntityAdded>().Select(c => c.Entity))
            .GroupBy(e => e.Id).ToDictionary(g => g.Key, g => g.Last().Name);
        var wanted = claims.SelectMany(Mentioned).Concat(evidence.SelectMany(e => e).Select(e => e.Document)).Where(i => !names.ContainsKey(i)).Distinct().ToList();
        if (wanted.Count == 0 || asOf.Head == 0) return names;
        foreach (var entity in await store.EntitiesAsync([.. wanted.Select(i => i.Value)], asOf, cancellation))
        {
            if (entity is not null) names[entity.Id] = entity.Name;
        }

        return names;
    }

    private static IEnumerable<EntityId> Mentioned(Claim claim)
    {
        yield return claim.Subject;
        if (claim.Object is { } end) yield return end;
        if (claim.Qualifiers[QualifierName.OnBehalfOf] is { } agent) yield return new EntityId(agent);
    }
}
