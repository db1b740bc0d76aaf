using CsrGraph.Model;
using CsrGraph.Store;
using CsrGraph.Vocabulary;

namespace CsrGraph.Seeding.Changes;

/// <summary>
/// Computes what a load would change: the document is the unit of replacement, entities belong to the folder. Documents that the folder does not
/// hold stay, unless they are pruned.
/// </summary>
public sealed class LoadPlanner(IGraphStore store, VocabularyDefinition vocabulary)
{
    /// <summary>Plans a load of a checked folder into the store as it is now.</summary>
    /// <param name="seed">What the folder says.</param>
    /// <param name="prune">True retracts the documents that the folder does not hold.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <returns>The plan; its problems name entities that are gone from the folder and still used.</returns>
    public async Task<ChangePlan> PlanAsync(SeedGraph seed, bool prune, CancellationToken cancellation)
    {
        var head = await store.HeadAsync(cancellation);
        var reading = new StoreReading(store, head);
        var draft = new ChangeDraft();

        var known = await reading.EntitiesOfAsync([KindDefinition.Document], null, cancellation);
        var held = seed.Documents.ToDictionary(d => d.Record.Id);
        var pruned = prune ? known.Where(d => !held.ContainsKey(d.Id)).ToList() : [];
        CompareRecords(draft, known.Where(d => held.ContainsKey(d.Id)), seed.Documents.Select(d => d.Record));
        foreach (var document in pruned) draft.Replace(document, null);
        await CompareClaimsAsync(draft, reading, seed.Documents, pruned, cancellation);

        var entities = await reading.EntitiesOfAsync([.. vocabulary.EntityKinds.Select(k => k.Id)], null, cancellation);
        var kept = seed.Entities.ToDictionary(e => e.Id);
        CompareRecords(draft, entities.Where(e => kept.ContainsKey(e.Id)), seed.Entities);
        var gone = entities.Where(e => !kept.ContainsKey(e.Id)).ToList();
        var problems = await new EntityUse(reading, vocabulary).ProblemsAsync(draft, gone, "seed/entities", cancellation);
        foreach (var entity in gone) draft.Replace(entity, null);

        if (problems.Count > 0) return new ChangePlan(head, [], problems);
        return new ChangePlan(head, await new Derivation(reading, vocabulary).CompleteAsync(draft, cancellation), []);
    }

    private static void CompareRecords(ChangeDraft draft, IEnumerable<Entity> standing, IEnumerable<Entity> wanted)
    {
        var old = standing.ToDictionary(e => e.Id);
        foreach (var entity in wanted)
        {
            var before = old.GetValueOrDefault(entity.Id);
            if (before is null || !before.SaysTheSameAs(entity)) draft.Replace(before, entity);
        }
    }

    private static async Task CompareClaimsAsync(
        ChangeDraft draft, StoreReading reading, IReadOnlyList<SeedDocument> documents, IReadOnlyList<Entity> pruned, CancellationToken cancellation)
    {
        var replaced = documents.Select(d => d.Record.Id).Concat(pruned.Select(d => d.Id)).ToHashSet();
        var rows = await reading.ClaimsAsync(ClaimsBy.Document, replaced.Select(d => d.Value), null, cancellation);
        var standing = await reading.EvidenceAsync(rows.Select(r => r.Claim.Id), cancellation);

        var wanted = new Dictionary<ClaimId, HashSet<Evidence>>();
        foreach (var said in documents.SelectMany(d => d.Claims))
        {
            if (!wanted.TryGetValue(said.Claim.Id, out var pieces)) wanted.Add(said.Claim.Id, pieces = []);
            foreach (var piece in said.Evidence)
            {
                if (!pieces.Add(piece)) continue;
                if (!standing.TryGetValue(said.Claim.Id, out var before) || !before.Contains(piece)) draft.Add(said.Claim, piece);
            }
        }

        foreach (var row in rows)
        {
            foreach (var piece in standing[row.Claim.Id].Where(p => replaced.Contains(p.Document)))
            {
                if (!wanted.TryGetValue(row.Claim.Id, out var pieces) || !pieces.Contains(piece)) draft.Retract(row.Claim, piece);
            }
        }
    }
}
