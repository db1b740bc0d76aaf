using CsrGraph.Model;
using CsrGraph.Store;
using CsrGraph.Vocabulary;

namespace CsrGraph.Seeding.Changes;

/// <summary>Finds what would still speak of entities that are to go.</summary>
internal sealed class EntityUse(StoreReading reading, VocabularyDefinition vocabulary)
{
    private readonly IReadOnlyList<string> entityQualifiers =
    [
        .. vocabulary.RelationQualifiers.Concat(vocabulary.RelationTypes.SelectMany(t => t.Qualifiers))
            .Where(q => q.Type == QualifierType.Entity).Select(q => q.Name)
            .Append(QualifierName.OnBehalfOf).Append(QualifierName.About).Distinct(),
    ];

    /// <summary>A problem for each entity that a claim or a document would still name after the draft.</summary>
    public Task<List<Problem>> ProblemsAsync(ChangeDraft draft, IReadOnlyList<Entity> gone, string file, CancellationToken cancellation) => ProblemsAsync(
        (claim, piece) => draft.RetractedEvidence.TryGetValue(claim, out var pieces) && pieces.Contains(piece), draft.RetractedEntities.ContainsKey, gone, file, cancellation);

    /// <summary>The same, where only some evidence and some documents are known to be retracted.</summary>
    public async Task<List<Problem>> ProblemsAsync(
        Func<ClaimId, Evidence, bool> isRetracted, Func<EntityId, bool> isDocumentRetracted, IReadOnlyList<Entity> gone, string file, CancellationToken cancellation)
    {
        var problems = new List<Problem>();
        if (gone.Count == 0) return problems;
        var ids = gone.Select(e => e.Id.Value).ToList();
        var rows = await reading.ClaimsAsync(ClaimsBy.End, ids, null, cancellation);
        var qualifiers = entityQualifiers.Select(n => new ClaimFilter.QualifierIn(n, ids)).ToList();
        rows.AddRange(await reading.ClaimsAsync(ClaimsBy.All, [], new ClaimFilter.Any(qualifiers), cancellation));
        var evidence = await reading.EvidenceAsync(rows.Select(r => r.Claim.Id), cancellation);
        var stays = rows.Select(r => r.Claim).DistinctBy(c => c.Id).Where(c => evidence.TryGetValue(c.Id, out var pieces) && pieces.Any(p => !isRetracted(c.Id, p))).ToList();
        var properties = new EntityFilter.Any([
            new EntityFilter.PropertyIn(DocumentProperty.Publisher, ids), new EntityFilter.PropertyIn(DocumentProperty.Column, ids)]);
        var documents = (await reading.EntitiesOfAsync([KindDefinition.Document], properties, cancellation))
            .Where(d => !isDocumentRetracted(d.Id)).ToList();

        var claimsNaming = stays.SelectMany(c => Named(c).Distinct().Select(id => (Id: id, Claim: c))).ToLookup(n => n.Id, n => n.Claim);
        var documentsNaming = documents.SelectMany(d => d.Properties.Select(p => p.Value).Distinct().Select(id => (Id: id, d))).ToLookup(n => n.Id, n => n.d.Id);
        foreach (var entity in gone)
        {
            cancellation.ThrowIfCancellationRequested();
            var by = claimsNaming[entity.Id.Value].Select(c => $"{c.Id} ({c.Type} in {evidence[c.Id].First().Document})")
                .Concat(documentsNaming[entity.Id.Value].Select(d => $"the document {d}")).Take(6).ToList();
            if (by.Count == 0) continue;
            problems.Add(new Problem(
                file,
                null,
                null,
                $"{entity.Id} ({entity.Name}) is gone, and still used by {string.Join(", ", by.Take(5))}{(by.Count > 5 ? ", …" : "")}",
                "keep it, or retract the documents that use it (--prune)"));
        }

        return problems;
    }

    private IEnumerable<string> Named(Claim claim) =>
        entityQualifiers.Select(n => claim.Qualifiers[n]).Append(claim.Subject.Value).Append(claim.Object?.Value).OfType<string>();
}
