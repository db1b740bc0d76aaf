using CsrGraph.Model;
using CsrGraph.Store;

namespace CsrGraph.Cli.Output;

/// <summary>The words that bear claims.</summary>
internal static class EvidenceOf
{
    /// <summary>The first piece of evidence of each claim.</summary>
    public static async Task<IReadOnlyDictionary<ClaimId, EvidenceRow>> ReadAsync(
        IGraphStore store, IEnumerable<ClaimId> claims, AsOf asOf, CancellationToken cancellation)
    {
        ClaimId[] ids = [.. claims.Distinct()];
        if (ids.Length == 0) return new Dictionary<ClaimId, EvidenceRow>();
        var found = (await store.EvidenceAsync([new EvidenceRequest(ids, 1)], asOf, cancellation))[0];
        return ids.Zip(found).Where(f => f.Second.Count > 0).ToDictionary(f => f.First, f => f.Second[0]);
    }

    /// <summary>A piece as words: the quote, and the document's title.</summary>
    public static string Words(EvidenceRow? row) => row switch
    {
        null => "",
        { Evidence.Quote: { } quote } => $"“{quote}” — {row.Document.Name}",
        _ => row.Document.Name,
    };
}
