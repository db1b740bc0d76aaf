using CsrGraph.Neo4j.Compiling;
using CsrGraph.Store;

namespace CsrGraph.Neo4j.Reading;

/// <summary>
/// Finds entities whose ids are known, with what is read along of them, by two statements at once while no other question is under way: Neo4j runs each
/// on a processor of its own.
/// </summary>
internal static class BesideReads
{
    public static async Task<IReadOnlyList<Page<EntityRow>>> ReadAsync(
        ConsistentReads reads, Headings headings, IReadOnlyList<FindRequest> requests, AsOf asOf, CancellationToken cancellation)
    {
        if (requests is not [{ Ahead.Count: > 1 } request] || !reads.AreIdle || FindText.Ids(request.Filter)?.Distinct().ToArray() is not { } ids
            || Largest(request.Ahead, ids.Length, headings) is not { } largest)
        {
            return await FindReads.ReadAsync(reads, headings, requests, asOf, cancellation);
        }

        var finding = FindReads.ReadAsync(reads, headings, [request with { Ahead = [.. request.Ahead.Where(a => a != largest)] }], asOf, cancellation);
        var relating = RelationReads.ReadAsync(reads, headings, [largest.Request with { Anchors = ids }], asOf, cancellation);
        await Task.WhenAll(finding, relating);
        var (found, related) = ((await finding)[0], (await relating)[0]);
        var pages = ids.Zip(related).ToDictionary(p => p.First, p => p.Second, StringComparer.Ordinal);
        return [found with { Ahead = [.. found.Ahead, new AheadPages(largest.Key, [.. found.Rows.Select(r => pages[r.Entity.Id.Value])])] }];
    }

    // The list that most rows come with, where they are worth a statement of their own.
    private static RelationAhead? Largest(IReadOnlyList<RelationAhead> ahead, int anchors, Headings headings)
    {
        var largest = ahead.Where(a => FarLists.Answers(a.Request)).MaxBy(a => headings.RowsOf(a.Request, anchors));
        return largest is not null && headings.AreWorthAStatement(headings.RowsOf(largest.Request, anchors)) ? largest : null;
    }
}
