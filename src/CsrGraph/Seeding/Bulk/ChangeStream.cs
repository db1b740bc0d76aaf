using System.Runtime.CompilerServices;
using CsrGraph.Model;
using CsrGraph.Seeding.Bulk.Records;
using CsrGraph.Seeding.Bulk.Sorting;
using CsrGraph.Seeding.Changes;
using CsrGraph.Seeding.Compact;
using CsrGraph.Seeding.Reading;
using CsrGraph.Store;

namespace CsrGraph.Seeding.Bulk;

/// <summary>The changes of a bulk load: what of them is large lies in scratch files until a store takes it.</summary>
internal sealed class ChangeStream(BulkSeed seed, StoreReading reading, OrderRule rule) : IDisposable
{
    private const int Batch = 1_000;

    /// <summary>After so many claims what they left behind is swept; an entity, with what its names are found by, leaves as much as some of them.</summary>
    private const int SweepAfter = 200_000;
    private const int EntityWeight = 10;

    private readonly ByteWriter bytes = new();
    private readonly ClaimRecords records = seed.Records;
    private readonly RecordSpool retractions = new(seed.Scratch);
    private readonly RecordSpool additions = new(seed.Scratch);
    private readonly IdMap<bool> same = new(seed.Ids);
    private readonly HashSet<EntityId> redatedDocuments = [];
    private readonly List<EntityId> retracted = [];
    private readonly IdDates dates = new(seed.Ids);
    private readonly List<(EntityId Entity, PartialDate? Date)> redated = [];
    private SortedRecords? reorders;
    private bool compares;
    private int sameCount;
    private int unswept;

    /// <summary>The days of the standing documents and initiatives; the folder's documents and the dates that initiatives get go before them.</summary>
    public IdDays Days { get; } = new(seed.Ids);

    /// <summary>The standing documents whose evidence is replaced, or retracted as a whole.</summary>
    public HashSet<EntityId> Replaced { get; } = [];

    /// <summary>True where nothing changes; what only may have another order is not known before all is read.</summary>
    public bool IsEmpty =>
        retractions.Count + additions.Count + retracted.Count + redated.Count == 0 && sameCount == seed.Summary.Documents + seed.Summary.Entities;

    /// <summary>Compares a standing entity or document with what the folder says of it.</summary>
    public void Compare(Entity old, Entity wanted)
    {
        if (old.SaysTheSameAs(wanted))
        {
            same[old.Id] = true;
            sameCount++;
            return;
        }

        retracted.Add(old.Id);
        if (!old.Id.IsDocument) dates[old.Id] = old.Date;
        else if (old.Date != wanted.Date) redatedDocuments.Add(old.Id);
    }

    /// <summary>Retracts an entity or a document that the folder does not hold.</summary>
    public void Retract(Entity old)
    {
        retracted.Add(old.Id);
        if (old.Id.IsDocument) Replaced.Add(old.Id);
    }

    /// <summary>Dates the initiatives of a load into an empty store.</summary>
    public void DateInitiatives(Dictionary<EntityId, PartialDate?> best)
    {
        foreach (var (id, date) in best)
        {
            dates[id] = date;
            if (date is null) Days[id] = null;
        }
    }

    /// <summary>Gives initiatives the dates that their claims come to; the standing ones that have another date then.</summary>
    public async Task<List<EntityId>> RedateAsync(Dictionary<EntityId, PartialDate?> best, CancellationToken cancellation)
    {
        DateInitiatives(best);
        var standing = await reading.EntitiesAsync(best.Keys, cancellation);
        var gone = retracted.ToHashSet();
        foreach (var (id, date) in best)
        {
            if (standing.TryGetValue(id, out var old) && old.Date != date) redated.Add((id, date));
        }

        var moved = redated.Select(r => r.Entity).ToList();
        // A new version comes with its date.
        redated.RemoveAll(r => gone.Contains(r.Entity));
        return moved;
    }

    /// <summary>Notes what changes about a claim.</summary>
    public void Note(Claim claim, ClaimRow? row, List<Evidence> added, List<Evidence> lost, List<Evidence> after)
    {
        compares = true;
        if (lost.Count > 0) Spool(retractions, claim, lost, isWhole: after.Count == 0);
        if (added.Count > 0) Spool(additions, claim, added, isWhole: row is null);
        if (row is null || (added.Count + lost.Count == 0 && !after.Exists(p => redatedDocuments.Contains(p.Document)))) return;
        MayReorder(row, after);
    }

    /// <summary>Notes a standing claim that may get another order; the first word on a claim counts.</summary>
    public void MayReorder(ClaimRow row, IReadOnlyCollection<Evidence> after)
    {
        reorders ??= new SortedRecords(seed.Scratch, 4 << 20);
        var (from, until, rank) = row.Order;
        bytes.Clear().Byte((from is null ? 0 : 1) | (until is null ? 0 : 2)).Number(from ?? 0).Number(until ?? 0).Number(rank);
        records.Write(bytes, row.Claim);
        records.Write(bytes, after);
        reorders.Add(row.Claim.Id.Hash, bytes.Written);
    }

    public async IAsyncEnumerable<Change> ReadAsync(WorkProgress? progress, [EnumeratorCancellation] CancellationToken cancellation)
    {
        foreach (var change in Retractions()) yield return change;
        foreach (var batch in retracted.Chunk(Batch))
        {
            var standing = await reading.EntitiesAsync(batch, cancellation);
            foreach (var id in batch) yield return new Change.EntityRetracted(standing[id]);
        }

        progress?.Begin("loading", compares ? additions.Count : seed.Claims.Count);
        foreach (var change in ReadAhead.Of(Additions(progress)))
        {
            cancellation.ThrowIfCancellationRequested();
            yield return change;
        }

        foreach (var (entity, date) in redated) yield return new Change.EntityRedated(entity, date);

        // A store may have much to do with all that it has now.
        progress?.Begin("finishing: indexes and counts", null);
        same.Clear();
        Days.Clear();
        dates.Clear();
        seed.LetGo();
    }

    public void Dispose()
    {
        retractions.Dispose();
        additions.Dispose();
        reorders?.Dispose();
    }

    private IEnumerable<Change> Retractions()
    {
        foreach (var (id, _, evidence, _) in Spooled(retractions))
        {
            foreach (var piece in Derivation.InOrder(evidence)) yield return new Change.EvidenceRetracted(id, piece);
        }

        foreach (var (_, claim, _, isWhole) in Spooled(retractions))
        {
            if (isWhole) yield return new Change.ClaimRetracted(claim);
        }
    }

    private IEnumerable<Change> Additions(WorkProgress? progress)
    {
        foreach (var document in seed.DocumentRecords())
        {
            Sweep(EntityWeight);
            if (!same[document.Id]) yield return new Change.EntityAdded(document);
        }

        foreach (var entity in seed.EntityRecords())
        {
            Sweep(EntityWeight);
            if (!same[entity.Id]) yield return new Change.EntityAdded(entity with { Date = dates[entity.Id] });
        }

        foreach (var (id, claim, evidence, isWhole, count) in Added())
        {
            if (isWhole) yield return new Change.ClaimAdded(claim, rule.Of(claim, evidence, DaysOf));
            if (evidence.Count == 1) yield return new Change.EvidenceAdded(id, evidence[0]);
            else foreach (var piece in Derivation.InOrder(evidence)) yield return new Change.EvidenceAdded(id, piece);
            progress?.Advance(count);
            progress?.Count(1);
            Sweep(1);
        }

        foreach (var change in Reordered()) yield return change;
    }

    // Changes on their way to the store outlive the young generations, and the collector lets the old one grow to several times what is in use.
    private void Sweep(int weight)
    {
        unswept += weight;
        if (unswept < SweepAfter) return;
        unswept = 0;
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: true, compacting: true);
    }

    private IEnumerable<(ClaimId Id, Claim Claim, IReadOnlyList<Evidence> Evidence, bool IsWhole, int Records)> Added()
    {
        if (compares)
        {
            foreach (var (id, claim, evidence, isWhole) in Spooled(additions)) yield return (id, claim, evidence, isWhole, 1);
        }
        else
        {
            foreach (var said in SaidClaim.Join(seed.Claims, records)) yield return (said.Id, said.Claim!, said.Evidence, true, said.Records);
        }
    }

    private IEnumerable<Change> Reordered()
    {
        if (reorders is null) yield break;
        UInt128? last = null;
        foreach (var record in reorders.Read())
        {
            if (record.Key == last) continue;
            last = record.Key;
            if (Reordered(new ClaimId(record.Key), record.Bytes.Span) is { } change) yield return change;
        }
    }

    private Change.ClaimReordered? Reordered(ClaimId id, ReadOnlySpan<byte> record)
    {
        var reader = new ByteReader(record);
        var (has, from, until, rank) = (reader.Byte(), reader.Number(), reader.Number(), reader.Number());
        var before = new ClaimOrder((has & 1) == 0 ? null : from, (has & 2) == 0 ? null : until, rank);
        var claim = records.Claim(ref reader, id);
        var evidence = new List<Evidence>();
        records.Evidence(ref reader, evidence);
        return evidence.Count > 0 && rule.Of(claim, evidence, DaysOf) is var order && order != before ? new Change.ClaimReordered(id, order) : null;
    }

    private Days? DaysOf(EntityId id) => id.IsDocument && seed.TryDaysOf(id, out var days) ? days : dates[id] is { } date ? Changes.Days.Of(date) : Days[id];

    private void Spool(RecordSpool spool, Claim claim, List<Evidence> evidence, bool isWhole)
    {
        bytes.Clear().Byte(isWhole ? 1 : 0);
        records.Write(bytes, claim);
        records.Write(bytes, evidence);
        spool.Add(claim.Id.Hash, bytes.Written);
    }

    private IEnumerable<(ClaimId Id, Claim Claim, List<Evidence> Evidence, bool IsWhole)> Spooled(RecordSpool spool)
    {
        foreach (var record in spool.Read()) yield return Spooled(record);
    }

    private (ClaimId Id, Claim Claim, List<Evidence> Evidence, bool IsWhole) Spooled(SortedRecord record)
    {
        var (id, evidence) = (new ClaimId(record.Key), new List<Evidence>());
        var reader = new ByteReader(record.Bytes.Span);
        var isWhole = reader.Byte() == 1;
        var claim = records.Claim(ref reader, id);
        records.Evidence(ref reader, evidence);
        return (id, claim, evidence, isWhole);
    }
}
