using System.Text.Json;
using CsrGraph.Neo4j.Compiling;
using CsrGraph.Store;

namespace CsrGraph.Neo4j.Reading;

/// <summary>Reads groups, all requests of a call in one statement.</summary>
internal static class GroupReads
{
    public static async Task<IReadOnlyList<Page<Group>>> ReadAsync(
        ConsistentReads reads, IReadOnlyList<CountRequest.Grouped> requests, AsOf asOf, CancellationToken cancellation)
    {
        if (requests.Count == 0) return [];
        var pages = new Page<Group>[requests.Count];
        await reads.ReadAsync(
            asOf, false, question => requests.Select((r, i) => $"WITH 0 AS i {GroupText.Clauses(r, question)}RETURN {i} AS q, i AS i, {PageText.Result} AS r"),
            () => Take, cancellation);
        return pages;

        void Take(int part, int anchor, ref Utf8JsonReader answer)
        {
            var request = requests[part];
            var cut = Places.Cut(ref answer, request.Page, request.WantsTotal, (ref Utf8JsonReader row) => ReadRow(request, ref row));
            pages[part] = new Page<Group>(cut.Rows, cut.HasNext, cut.HasPrevious, cut.Total);
        }
    }

    private static Group ReadRow(CountRequest.Grouped request, ref Utf8JsonReader row)
    {
        var number = row.NextNumber()!.Value;
        var key = new string?[request.By.Count];
        for (var i = 0; i < key.Length; i++) key[i] = row.NextText();
        row.End();
        return GroupSort.Place(request, key, number);
    }
}
