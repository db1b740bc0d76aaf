using CsrGraph.Model;
using CsrGraph.Seeding.Changes;
using CsrGraph.Store;
using CsrGraph.Vocabulary;

namespace CsrGraph.Seeding.Bulk;

/// <summary>
/// Computes what a load of a folder of any size would change: the same as <see cref="LoadPlanner"/>, with the claims in scratch files. Into an empty
/// store nothing is compared, and what the folder says is what is added.
/// </summary>
public sealed class BulkPlanner(IGraphStore store, VocabularyDefinition vocabulary)
{
    private const int Batch = 1_000;

    /// <summary>Plans a load of a checked folder into the store as it is now.</summary>
    /// <param name="seed">What the folder says; it is planned once.</param>
    /// <param name="prune">True retracts the documents that the folder does not hold.</param>
    /// <param name="progress">Is told how far it is.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <returns>The plan; its problems name entities that are gone from the folder and still used.</returns>
    public async Task<BulkPlan> PlanAsync(BulkSeed seed, bool prune, WorkProgress? progress = null, CancellationToken cancellation = default)
    {
        var head = await store.HeadAsync(cancellation);
        var reading = new StoreReading(store, head);
        var changes = new ChangeStream(seed, reading, new OrderRule(vocabulary));
        try
        {
            if (head == 0)
            {
                changes.DateInitiatives(BestDate.Of(seed.Dates.All));
                seed.Dates.Clear();
                return new BulkPlan(head, changes, seed.Summary is { Documents: 0, Entities: 0 }, []);
            }

            progress?.Begin("comparing", null);
            await CompareDocumentsAsync(seed, changes, reading, prune, cancellation);
            if (await CompareEntitiesAsync(seed, changes, reading, cancellation) is { Count: > 0 } problems)
            {
                changes.Dispose();
                return new BulkPlan(head, null, true, problems);
            }

            progress?.Begin("comparing", seed.Claims.Count);
            var dates = await CompareClaimsAsync(seed, changes, reading, progress, cancellation);
            await RedateAsync(changes, reading, dates, cancellation);
            return new BulkPlan(head, changes, changes.IsEmpty, []);
        }
        catch
        {
            changes.Dispose();
            throw;
        }
    }

    private static async Task CompareDocumentsAsync(BulkSeed seed, ChangeStream changes, StoreReading reading, bool prune, CancellationToken cancellation)
    {
        await foreach (var page in reading.EntityPagesAsync([KindDefinition.Document], cancellation))
        {
            foreach (var document in page)
            {
                if (seed.Holds(document.Id)) continue;
                changes.Days[document.Id] = Days.Of(document.Date);
                if (prune) changes.Retract(document);
            }
        }

        var replaced = changes.Replaced;
        foreach (var batch in seed.DocumentRecords().Chunk(Batch))
        {
            var standing = await reading.EntitiesAsync(batch.Select(d => d.Id), cancellation);
            foreach (var document in batch)
            {
                if (!standing.TryGetValue(document.Id, out var old)) continue;
                replaced.Add(old.Id);
                changes.Compare(old, document);
            }
        }

        // A claim that nothing says any more has to be met too.
        await foreach (var rows in reading.ClaimPagesAsync(ClaimsBy.Document, replaced.Select(d => d.Value), null, cancellation))
        {
            foreach (var row in rows) seed.Claims.Add(row.Claim.Id.Hash, []);
        }
    }

    private async Task<List<Problem>> CompareEntitiesAsync(BulkSeed seed, ChangeStream changes, StoreReading reading, CancellationToken cancellation)
    {
        var gone = new List<Entity>();
        await foreach (var page in reading.EntityPagesAsync([.. vocabulary.EntityKinds.Select(k => k.Id)], cancellation))
        {
            foreach (var old in page)
            {
                changes.Days[old.Id] = Days.Of(old.Date);
                if (seed.Holds(old.Id)) continue;
                gone.Add(old);
                changes.Retract(old);
            }
        }

        foreach (var batch in seed.EntityRecords().Chunk(Batch))
        {
            var standing = await reading.EntitiesAsync(batch.Select(e => e.Id), cancellation);
            foreach (var entity in batch)
            {
                if (standing.TryGetValue(entity.Id, out var old)) changes.Compare(old, entity);
            }
        }

        // What the folder says names none of them, so that a document of the folder retracts whatever it said of them.
        var problems = new List<Problem>();
        foreach (var batch in gone.Chunk(Batch))
        {
            problems.AddRange(await new EntityUse(reading, vocabulary).ProblemsAsync(
                (_, piece) => changes.Replaced.Contains(piece.Document), changes.Replaced.Contains, batch, "seed/entities", cancellation));
        }

        return problems;
    }

    // Gives the claims that date something and whose evidence changes, with what supports them afterwards.
    private static async Task<Dictionary<ClaimId, DateSupport>> CompareClaimsAsync(
        BulkSeed seed, ChangeStream changes, StoreReading reading, WorkProgress? progress, CancellationToken cancellation)
    {
        var dates = new Dictionary<ClaimId, DateSupport>();
        foreach (var batch in SaidClaim.Join(seed.Claims, seed.Records).Chunk(Batch))
        {
            cancellation.ThrowIfCancellationRequested();
            var rows = (await reading.ClaimsAsync(ClaimsBy.Id, batch.Select(c => c.Id.ToString()), null, cancellation)).ToDictionary(r => r.Claim.Id);
            var evidence = await reading.EvidenceAsync(rows.Keys, cancellation);
            foreach (var said in batch)
            {
                var row = rows.GetValueOrDefault(said.Id);
                HashSet<Evidence> before = evidence.TryGetValue(said.Id, out var standing) ? standing : [];
                var added = said.Evidence.Where(p => !before.Contains(p)).ToList();
                var retracted = before.Where(p => changes.Replaced.Contains(p.Document) && !said.Evidence.Contains(p)).ToList();
                List<Evidence> after = [.. before.Except(retracted), .. added];
                var claim = said.Claim ?? row!.Claim;
                changes.Note(claim, row, added, retracted, after);
                if (added.Count + retracted.Count > 0 && BestDate.IsDate(claim))
                {
                    dates[claim.Id] = new DateSupport(claim.Id, claim.Subject, claim.When!, after.Select(p => p.Document).Distinct().Count());
                }
            }

            var records = batch.Sum(c => c.Records);
            progress?.Advance(records);
            progress?.Count(records);
        }

        return dates;
    }

    private static async Task RedateAsync(ChangeStream changes, StoreReading reading, Dictionary<ClaimId, DateSupport> changed, CancellationToken cancellation)
    {
        var dates = new Dictionary<EntityId, PartialDate?>();
        foreach (var subjects in changed.Values.Select(d => d.Subject).Distinct().Chunk(Batch))
        {
            var rows = await reading.ClaimsAsync(ClaimsBy.Subject, subjects.Select(s => s.Value), BestDate.Only, cancellation);
            var others = rows.Where(r => !changed.ContainsKey(r.Claim.Id)).ToList();
            var evidence = await reading.EvidenceAsync(others.Select(r => r.Claim.Id), cancellation);
            var own = subjects.ToHashSet();
            var best = BestDate.Of(changed.Values.Where(d => d.Documents > 0 && own.Contains(d.Subject)).Concat(others.Select(r => new DateSupport(
                r.Claim.Id, r.Claim.Subject, r.Claim.When!, evidence.TryGetValue(r.Claim.Id, out var pieces) ? pieces.Select(p => p.Document).Distinct().Count() : 0))));
            foreach (var subject in subjects) dates[subject] = best.GetValueOrDefault(subject);
        }

        var redated = await changes.RedateAsync(dates, cancellation);
        await foreach (var rows in reading.ClaimPagesAsync(ClaimsBy.End, redated.Select(i => i.Value), null, cancellation))
        {
            var evidence = await reading.EvidenceAsync(rows.Select(r => r.Claim.Id), cancellation);
            foreach (var row in rows) changes.MayReorder(row, evidence[row.Claim.Id]);
        }
    }
}
