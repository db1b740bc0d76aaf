using CsrGraph.Sqlite.Compiling;
using CsrGraph.Sqlite.Connections;
using CsrGraph.Store;

namespace CsrGraph.Sqlite.Reading;

/// <summary>Reads the claims of many anchors.</summary>
internal static class ClaimReads
{
    private static readonly IReadOnlyList<string> One = ["0"];

    public static IReadOnlyList<IReadOnlyList<Page<ClaimRow>>> Read(Connection reader, IReadOnlyList<ClaimRequest> requests, AsOf asOf) =>
        Groups.Answer<ClaimRequest, string, Page<ClaimRow>>(requests, r => Shape(reader, r, asOf), r => r.By == ClaimsBy.All ? One : r.Anchors, (request, anchors) =>
        {
            // Claims of all kinds make one page; requests for the same one share it.
            var isAll = request.By == ClaimsBy.All;
            IReadOnlyList<string> keys = request.By switch
            {
                ClaimsBy.Id => [.. anchors.Select(ClaimAnchor.Of)],
                ClaimsBy.Group => [.. anchors.Select(a => ClaimAnchor.OfGroup(a, request.Group!))],
                _ => anchors,
            };
            var terms = request.Sort.Count;
            var pages = Pages<ClaimRow>.Read(
                reader, Compile(reader, request, asOf), request.Page, keys, isAll ? 1 : anchors.Count, (request.WantsTotals, request.Aggregates), row => ReadRow(reader, row, terms, asOf.Head));
            return anchor =>
            {
                var (rows, hasNext, hasPrevious, total, _, aggregate) = pages[isAll ? 0 : anchor];
                return new Page<ClaimRow>(rows, hasNext, hasPrevious, total, aggregate);
            };
        });

    private static string Shape(Connection reader, ClaimRequest request, AsOf asOf) => Compile(reader, request, asOf).Key;

    private static ClaimRow ReadRow(Connection reader, Statement row, int terms, long head)
    {
        var place = EntityColumns.Place(row, terms, idIsClaim: true);
        var (claim, order) = Columns.Claim(reader, row, terms + 2);
        var since = row.Long(terms + 2 + Columns.ClaimCount);
        var isOver = !row.IsNull(terms + 3 + Columns.ClaimCount);
        var until = row.Long(terms + 3 + Columns.ClaimCount);
        return new ClaimRow(claim, order, since, isOver && until <= head ? until : null, place);
    }

    private static Plan Compile(Connection reader, ClaimRequest request, AsOf asOf)
    {
        var question = Question.Of(reader, asOf);
        var isHistory = request.WithRetracted || request.By is ClaimsBy.AddedIn or ClaimsBy.RetractedIn;
        var (anchors, where) = request.By == ClaimsBy.Group ? OfGroups(request.Group!, question) : Anchored(request.By, isHistory, question);
        var source = new Source
        {
            Anchors = anchors,
            Table = "claim a",
            Where = $"{where} AND {Standing(request, isHistory, question)} AND {new ClaimConditions(question).Of(request.Filter, "a")}",
            Columns = $"{Columns.OfClaim}, a.since, a.retracted_in",
            Totals = "count(*), 0",
            IsOnePage = request.By == ClaimsBy.All,
            Parts = isHistory ? null : question.ValidParts(request.Sort),
            Days = Aggregated.DaysOfClaims(request.Aggregates),
            Rosters = Aggregated.RostersAmong(request.Aggregates, question),
        };
        return Plan.Of(source, Orders.OfClaims(request.Sort), request.Page, request.WantsTotals, question);
    }

    private static (string Anchors, string Where) OfGroups(CountRequest.Claims group, Question question) => (
        ClaimAnchor.Groups(group.By.Count),
        $"{GroupPlan.ClaimsOf(group, question)}{ClaimAnchor.InGroup(GroupColumns.Of(group))}");

    private static (string Anchors, string Where) Anchored(ClaimsBy by, bool isHistory, Question question) => by switch
    {
        ClaimsBy.All => (ClaimAnchor.None, "1"),
        ClaimsBy.Id => (ClaimAnchor.Ids, "a.id = k.id"),
        ClaimsBy.Subject => (ClaimAnchor.Nodes, "a.subject = k.node"),
        ClaimsBy.End => (ClaimAnchor.Nodes, "(a.subject = k.node OR a.object = k.node)"),
        ClaimsBy.Document => (
            ClaimAnchor.Nodes,
            "a.row IN " + Question.RowsBorne($"v.document = k.node AND {(isHistory ? "v.added_in <= ?1" : Question.Stands("v"))}")),

        // The interval that the change-set began or ended, not the latest; a row that was only re-derived begins or ends none.
        ClaimsBy.AddedIn => (
            ClaimAnchor.Numbers,
            $"k.number <= ?1 AND a.row IN ({Began("k.number > 1 AND x.added_in > 1")} UNION ALL {Began("k.number = 1")} UNION ALL {Later}) AND a.since = k.number"),
        ClaimsBy.RetractedIn => (ClaimAnchor.Numbers, "k.number <= ?1 AND a.retracted_in = k.number AND a.retracted_in IS NOT NULL"),
        _ => throw new ArgumentException($"claims have no such anchors: {by}", nameof(by)),
    };

    // The rows that a change-set really added. Only those of later ones than the first are in the index of added rows.
    private static string Began(string when) => $"SELECT x.row FROM claim x WHERE x.added_in = k.number AND x.since = k.number AND {when}";

    // What was only re-derived since they began: few rows, in an index of their own.
    private const string Later =
        "SELECT z.row FROM claim x CROSS JOIN claim z ON z.number = x.number AND z.number < z.row "
        + "WHERE k.number > 1 AND x.added_in > 1 AND x.added_in = k.number AND x.since = k.number "
        + "UNION ALL SELECT z.row FROM claim z INDEXED BY claim_number WHERE k.number = 1 AND z.number < z.row AND z.since = 1";

    private static string Standing(ClaimRequest request, bool isHistory, Question question) =>
        !isHistory ? question.Holds("a") : Latest(request.By is ClaimsBy.AddedIn or ClaimsBy.RetractedIn ? " AND z.since = a.since" : "");

    /// <summary>The last row of a claim, or of an interval of it, up to the head: its latest interval, with its latest order.</summary>
    private static string Latest(string which) =>
        $"a.added_in <= ?1 AND NOT EXISTS (SELECT 1 FROM claim z WHERE z.number = a.number AND z.number < z.row AND z.added_in > a.added_in AND z.added_in <= ?1{which})";
}
