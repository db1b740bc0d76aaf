using CsrGraph.Model;
using CsrGraph.Sqlite.Compiling;
using CsrGraph.Sqlite.Connections;
using CsrGraph.Store;

namespace CsrGraph.Sqlite.Reading;

/// <summary>Reads the claims of many anchors.</summary>
internal static class ClaimReads
{
    private static readonly IReadOnlyList<string> One = ["0"];

    public static IReadOnlyList<IReadOnlyList<Page<ClaimRow>>> Read(Connection reader, IReadOnlyList<ClaimRequest> requests, AsOf asOf) =>
        Groups.Answer<ClaimRequest, string, Page<ClaimRow>>(requests, r => Shape(r, asOf), r => r.By == ClaimsBy.All ? One : r.Anchors, (request, anchors) =>
        {
            // Claims of all kinds make one page; requests for the same one share it.
            var isAll = request.By == ClaimsBy.All;
            IReadOnlyList<string> keys = request.By == ClaimsBy.Id ? [.. anchors.Select(ClaimAnchor.Of)] : anchors;
            var terms = request.Sort.Count;
            var pages = Pages<ClaimRow>.Read(
                reader, Compile(request, asOf), request.Page, keys, isAll ? 1 : anchors.Count, row => ReadRow(row, terms, asOf.Head));
            return anchor =>
            {
                var (rows, hasNext, hasPrevious, total, _) = pages[isAll ? 0 : anchor];
                return new Page<ClaimRow>(rows, hasNext, hasPrevious, total);
            };
        });

    private static string Shape(ClaimRequest request, AsOf asOf) => Compile(request, asOf).Key;

    private static ClaimRow ReadRow(Statement row, int terms, long head)
    {
        var place = EntityColumns.Place(row, terms, idIsClaim: true);
        var (claim, order) = Columns.Claim(row, terms + 2);
        var since = row.Long(terms + 2 + Columns.ClaimCount);
        var until = row.Long(terms + 3 + Columns.ClaimCount);
        return new ClaimRow(claim, order, since, until <= head ? until : null, place);
    }

    private static Plan Compile(ClaimRequest request, AsOf asOf)
    {
        var query = new Query(asOf);
        var isHistory = request.WithRetracted || request.By is ClaimsBy.AddedIn or ClaimsBy.RetractedIn;
        var (anchors, where) = Anchored(request.By, isHistory, query);
        var source = new Source
        {
            Anchors = anchors,
            Table = "claim a",
            Where = $"{where} AND {(isHistory ? Latest("a") : query.Holds("a"))} AND {new ClaimConditions(query).Of(request.Filter, "a")}",
            Columns = $"{Columns.OfClaim}, a.since, a.retracted_in",
            Totals = "count(*), 0",
            IsOnePage = request.By == ClaimsBy.All,
        };
        return Plan.Of(source, new Orders(query).OfClaims(request.Sort), request.Page, request.WantsTotals, query);
    }

    private static (string Anchors, string Where) Anchored(ClaimsBy by, bool isHistory, Query query) => by switch
    {
        ClaimsBy.All => (ClaimAnchor.None, "1"),
        ClaimsBy.Id => (ClaimAnchor.Ids, "a.id = k.id"),
        ClaimsBy.Subject => (ClaimAnchor.Nodes, "a.subject = k.node"),
        ClaimsBy.End => (ClaimAnchor.Nodes, "(a.subject = k.node OR a.object = k.node)"),
        ClaimsBy.Document => (
            ClaimAnchor.Nodes,
            $"a.number IN (SELECT v.claim FROM evidence v WHERE v.document = k.node AND {(isHistory ? "v.added_in <= ?1" : query.Stands("v"))})"),

        // A row that was only re-derived opens or closes together with another of the same claim; the second condition passes over it.
        ClaimsBy.AddedIn => (
            ClaimAnchor.Numbers,
            "k.number <= ?1 AND a.number IN (SELECT x.number FROM claim x WHERE x.added_in = k.number AND NOT EXISTS ("
                + "SELECT 1 FROM claim y WHERE y.number = x.number AND y.added_in < k.number AND y.retracted_in >= k.number))"),
        ClaimsBy.RetractedIn => (
            ClaimAnchor.Numbers,
            "k.number <= ?1 AND a.number IN (SELECT x.number FROM claim x WHERE x.retracted_in = k.number AND NOT EXISTS ("
                + "SELECT 1 FROM claim y WHERE y.number = x.number AND y.added_in <= k.number AND y.retracted_in > k.number))"),
        _ => throw new ArgumentException($"claims have no such anchors: {by}", nameof(by)),
    };

    /// <summary>The last row of a claim up to the head: its latest interval, with its latest order.</summary>
    private static string Latest(string claim) =>
        $"{claim}.added_in <= ?1 AND NOT EXISTS (SELECT 1 FROM claim z WHERE z.number = {claim}.number AND z.added_in > {claim}.added_in AND z.added_in <= ?1)";
}
