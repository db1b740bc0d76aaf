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
        var question = new Question(asOf);
        var isHistory = request.WithRetracted || request.By is ClaimsBy.AddedIn or ClaimsBy.RetractedIn;
        var (anchors, where) = Anchored(request.By, isHistory, question);
        var source = new Source
        {
            Anchors = anchors,
            Table = "claim a",
            Where = $"{where} AND {Standing(request, isHistory, question)} AND {new ClaimConditions(question).Of(request.Filter, "a")}",
            Columns = $"{Columns.OfClaim}, a.since, a.retracted_in",
            Totals = "count(*), 0",
            IsOnePage = request.By == ClaimsBy.All,
        };
        return Plan.Of(source, Orders.OfClaims(request.Sort), request.Page, request.WantsTotals, question);
    }

    private static (string Anchors, string Where) Anchored(ClaimsBy by, bool isHistory, Question question) => by switch
    {
        ClaimsBy.All => (ClaimAnchor.None, "1"),
        ClaimsBy.Id => (ClaimAnchor.Ids, "a.id = k.id"),
        ClaimsBy.Subject => (ClaimAnchor.Nodes, "a.subject = k.node"),
        ClaimsBy.End => (ClaimAnchor.Nodes, "(a.subject = k.node OR a.object = k.node)"),
        ClaimsBy.Document => (
            ClaimAnchor.Nodes,
            $"a.number IN (SELECT v.claim FROM evidence v WHERE v.document = k.node AND {(isHistory ? "v.added_in <= ?1" : Question.Stands("v"))})"),

        // The interval that the change-set began or ended, not the latest; a row that was only re-derived begins or ends none.
        ClaimsBy.AddedIn => (
            ClaimAnchor.Numbers,
            "k.number <= ?1 AND a.number IN (SELECT x.number FROM claim x WHERE x.added_in = k.number AND x.since = k.number) AND a.since = k.number"),
        ClaimsBy.RetractedIn => (ClaimAnchor.Numbers, "k.number <= ?1 AND a.retracted_in = k.number AND a.retracted_in < 9223372036854775807"),
        _ => throw new ArgumentException($"claims have no such anchors: {by}", nameof(by)),
    };

    private static string Standing(ClaimRequest request, bool isHistory, Question question) =>
        !isHistory ? question.Holds("a") : Latest(request.By is ClaimsBy.AddedIn or ClaimsBy.RetractedIn ? " AND z.since = a.since" : "");

    /// <summary>The last row of a claim, or of an interval of it, up to the head: its latest interval, with its latest order.</summary>
    private static string Latest(string which) =>
        $"a.added_in <= ?1 AND NOT EXISTS (SELECT 1 FROM claim z WHERE z.number = a.number AND z.added_in > a.added_in AND z.added_in <= ?1{which})";
}
