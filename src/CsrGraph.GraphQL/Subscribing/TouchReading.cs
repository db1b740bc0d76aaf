using CsrGraph.Model;
using CsrGraph.Store;
using CsrGraph.Vocabulary;

namespace CsrGraph.GraphQL.Subscribing;

/// <summary>
/// Finds what a change-set touches, in memory that does not grow with it: the entities and documents that it adds, changes or takes away, and the ends
/// and documents of claims that it adds, retracts, or gives other evidence.
/// </summary>
internal sealed class TouchReading
{
    private const int Batch = 500;
    private const int MostKnown = 100_000;

    private readonly IGraphStore store;
    private readonly VocabularyDefinition vocabulary;
    private readonly long number;
    private readonly HashSet<string> wanted;
    private readonly HashSet<string> ids = new(StringComparer.Ordinal);
    private readonly HashSet<string> kinds = new(StringComparer.Ordinal);

    // Claims whose ends were seen; beyond so many they are looked up again.
    private readonly HashSet<ClaimId> known = [];
    private readonly HashSet<ClaimId> open = [];

    private TouchReading(IGraphStore store, VocabularyDefinition vocabulary, long number, HashSet<string> wanted) =>
        (this.store, this.vocabulary, this.number, this.wanted) = (store, vocabulary, number, wanted);

    /// <summary>Reads what a change-set touches.</summary>
    public static async Task<Touch> ReadAsync(
        IGraphStore store, VocabularyDefinition vocabulary, long number, HashSet<string> wanted, CancellationToken cancellation)
    {
        var reading = new TouchReading(store, vocabulary, number, wanted);
        await foreach (var change in store.ChangesAsync(number - 1, number, cancellation))
        {
            reading.See(change);
            if (reading.open.Count >= Batch) await reading.LookUpAsync(cancellation);
        }

        await reading.LookUpAsync(cancellation);
        return new Touch(number, wanted, reading.ids, reading.kinds);
    }

    private void See(Change change)
    {
        switch (change)
        {
            case Change.EntityAdded added:
                See(added.Entity.Id);
                break;
            case Change.EntityRetracted retracted:
                See(retracted.Entity.Id);
                break;
            case Change.ClaimAdded added:
                See(added.Claim);
                break;
            case Change.ClaimRetracted retracted:
                See(retracted.Claim);
                break;
            case Change.EvidenceAdded added:
                See(added.Claim, added.Evidence);
                break;
            case Change.EvidenceRetracted retracted:
                See(retracted.Claim, retracted.Evidence);
                break;
        }
    }

    private void See(EntityId id)
    {
        if (wanted.Contains(id.Value)) ids.Add(id.Value);
        if (vocabulary.KindOfId(id.Value) is { } kind) kinds.Add(kind.Id);
    }

    private void See(Claim claim)
    {
        See(claim.Subject);
        if (claim.Object is { } other) See(other);
        if (known.Count < MostKnown) known.Add(claim.Id);
    }

    private void See(ClaimId claim, Evidence evidence)
    {
        See(evidence.Document);
        if (!known.Contains(claim)) open.Add(claim);
    }

    private async Task LookUpAsync(CancellationToken cancellation)
    {
        if (open.Count == 0) return;
        var request = new ClaimRequest { By = ClaimsBy.Id, Anchors = [.. open.Select(c => c.ToString())], Page = PageRequest.All, WithRetracted = true };
        open.Clear();
        foreach (var page in (await store.ClaimsAsync([request], new AsOf(number), cancellation))[0])
        {
            foreach (var row in page.Rows) See(row.Claim);
        }
    }
}
