using CsrGraph.Model;
using CsrGraph.Seeding.Bulk.Records;
using CsrGraph.Seeding.Bulk.Sorting;

namespace CsrGraph.Seeding.Bulk;

/// <summary>A claim with all that a folder's documents say for it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Claim">The claim; null where the folder does not say it, and a document of the folder said it before.</param>
/// <param name="Evidence">Each piece once.</param>
/// <param name="Records">How many records it was joined of.</param>
internal sealed record SaidClaim(ClaimId Id, Claim? Claim, IReadOnlyList<Evidence> Evidence, int Records)
{
    /// <summary>Joins the records of each claim, in the order of the ids.</summary>
    public static IEnumerable<SaidClaim> Join(SortedRecords sorted, ClaimRecords records)
    {
        ClaimId? id = null;
        Claim? claim = null;
        var (evidence, count) = (new List<Evidence>(1), 0);
        foreach (var record in sorted.Read())
        {
            if (id is { } last && last.Hash != record.Key)
            {
                yield return new SaidClaim(last, claim, evidence, count);
                (claim, evidence, count) = (null, new List<Evidence>(1), 0);
            }

            id = new ClaimId(record.Key);
            Take(record.Bytes.Span, id.Value, records, ref claim, evidence);
            count++;
        }

        if (id is { } end) yield return new SaidClaim(end, claim, evidence, count);
    }

    private static void Take(ReadOnlySpan<byte> bytes, ClaimId id, ClaimRecords records, ref Claim? claim, List<Evidence> evidence)
    {
        // Without content it only says that the claim stands.
        if (bytes.IsEmpty) return;
        var reader = new ByteReader(bytes);
        reader.Byte();
        var said = records.Claim(ref reader, id);
        claim ??= said;
        var before = evidence.Count;
        records.Evidence(ref reader, evidence);
        if (before == 0) return;
        for (var i = evidence.Count - 1; i >= before; i--)
        {
            if (evidence.IndexOf(evidence[i]) < i) evidence.RemoveAt(i);
        }
    }
}
