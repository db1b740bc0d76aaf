using CsrGraph.Model;
using CsrGraph.Seeding.Bulk.Records;
using CsrGraph.Seeding.Bulk.Sorting;
using CsrGraph.Seeding.Changes;
using CsrGraph.Seeding.Compact;
using CsrGraph.Store;
using CsrGraph.Vocabulary;

namespace CsrGraph.Seeding.Bulk;

/// <summary>
/// What a checked seed folder of any size says, its claims sorted by id in a scratch file. Memory grows with the entities, the documents' ids and the
/// dates of initiatives, not with the claims.
/// </summary>
public sealed class BulkSeed : IDisposable
{
    /// <summary>From so many claims on it pays to hand back what the reading took.</summary>
    private const int Many = 100_000;

    private readonly ByteWriter bytes = new();
    private readonly IdDays held;
    private readonly RecordSpool documents;
    private readonly RecordSpool entities;

    private BulkSeed(BulkOptions options)
    {
        Scratch = options.Scratch;
        held = new IdDays(Ids);
        Records = new ClaimRecords(Ids);
        Dates = new DateSupports(Ids);
        documents = new RecordSpool(options.Scratch);
        entities = new RecordSpool(options.Scratch);
        Claims = new SortedRecords(options.Scratch, options.SortBytes);
    }

    /// <summary>What the folder comes to.</summary>
    public SeedSummary Summary { get; private set; } = new(0, 0, 0, "", []);

    internal string Scratch { get; }

    /// <summary>The ids of the folder, and others that are met.</summary>
    internal IdTable Ids { get; } = new();

    internal ClaimRecords Records { get; }

    /// <summary>What the documents say, by claim id: the claim and the evidence of one document.</summary>
    internal SortedRecords Claims { get; }

    /// <summary>The claims that date initiatives, with the number of documents that say so.</summary>
    internal DateSupports Dates { get; }

    /// <summary>Reads and checks a folder; where there are problems, they are in the summary, and there is nothing else.</summary>
    /// <param name="folder">The seed folder.</param>
    /// <param name="vocabulary">What may be said.</param>
    /// <param name="options">Where the raw texts are, if they are at hand.</param>
    /// <param name="bulk">Where and how it is sorted.</param>
    /// <param name="progress">Is told how far it is.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="StoreUnavailableException">There is no room in the scratch folder.</exception>
    public static BulkSeed Read(
        string folder, VocabularyDefinition vocabulary, SeedOptions options, BulkOptions bulk, WorkProgress? progress = null, CancellationToken cancellation = default)
    {
        var seed = new BulkSeed(bulk);
        try
        {
            SeedStream? read = SeedFolder.Stream(folder, vocabulary, options, seed.Ids, seed.Add, progress, cancellation);
            seed.Summary = read.Summary;
            foreach (var entity in read.Entities?.All ?? []) seed.Add(entity.ToEntity());
            read = null;
            seed.HandBack();
            return seed;
        }
        catch
        {
            seed.Dispose();
            throw;
        }
    }

    /// <summary>True for the documents and the entities of the folder.</summary>
    internal bool Holds(EntityId id) => held.TryGet(id, out _);

    /// <summary>True for a document of the folder, with its days; they are null where nothing dates it.</summary>
    internal bool TryDaysOf(EntityId document, out Days? days) => held.TryGet(document, out days);

    /// <summary>Lets the scratch files go.</summary>
    public void Dispose()
    {
        Claims.Dispose();
        documents.Dispose();
        entities.Dispose();
    }

    /// <summary>Lets go what was only needed for making the changes, all of which are made: a store may need the memory to finish.</summary>
    internal void LetGo()
    {
        Ids.Clear();
        held.Clear();
        Dates.Clear();
        HandBack();
    }

    // The collector keeps what it has, and does not know what else the process needs.
    private void HandBack()
    {
        if (Claims.Count >= Many) GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
    }

    /// <summary>The documents' records, in the folder's order.</summary>
    internal IEnumerable<Entity> DocumentRecords()
    {
        foreach (var record in documents.Read()) yield return Record(record.Bytes.Span);
    }

    /// <summary>The entities' records, by id.</summary>
    internal IEnumerable<Entity> EntityRecords()
    {
        foreach (var record in entities.Read()) yield return Record(record.Bytes.Span);
    }

    /// <summary>Takes in a document.</summary>
    internal void Add(SeedDocument document)
    {
        var record = document.Record;
        held[record.Id] = Days.Of(record.Date);
        Write(documents, record);
        foreach (var said in document.Claims)
        {
            bytes.Clear().Byte(1);
            Records.Write(bytes, said.Claim);
            Records.Write(bytes, said.Evidence);
            Claims.Add(said.Claim.Id.Hash, bytes.Written);
            if (BestDate.IsDate(said.Claim)) Dates.Add(said.Claim);
        }
    }

    private void Add(Entity entity)
    {
        held[entity.Id] = null;
        Write(entities, entity);
    }

    private void Write(RecordSpool spool, Entity entity) => spool.Add(
        default, bytes.Clear().Words(entity.Id.Value).Words(entity.Kind).Words(entity.Category ?? "").Bytes(RecordCode.EncodeEntity(entity)).Written);

    private static Entity Record(ReadOnlySpan<byte> record)
    {
        var reader = new ByteReader(record);
        var (id, kind, category) = (new EntityId(reader.Words()), reader.Words(), reader.Words());
        var entity = RecordCode.DecodeEntity(reader.Bytes(), id, kind, category.Length == 0 ? null : category, null);
        return entity.Properties[DocumentProperty.Published] is { } published ? entity with { Date = PartialDateCode.Decode(published) } : entity;
    }
}
