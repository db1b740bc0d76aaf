using System.Text.Json;
using CsrGraph.Model;
using CsrGraph.Neo4j.Compiling;
using CsrGraph.Store;

namespace CsrGraph.Neo4j.Reading;

/// <summary>Reads the claims of many anchors.</summary>
internal static class ClaimReads
{
    private const string Columns = "w.kind, w.type, w.subject, w.object, w.body, w.day, w.until, w.rank, w.since, w.retractedIn";

    private static readonly IReadOnlyList<string> One = ["0"];

    public static async Task<IReadOnlyList<IReadOnlyList<Page<ClaimRow>>>> ReadAsync(
        ConsistentReads reads, IReadOnlyList<ClaimRequest> requests, AsOf asOf, CancellationToken cancellation)
    {
        if (requests.Count == 0) return [];
        Page<ClaimRow>[][] pages = [.. requests.Select(r => new Page<ClaimRow>[Anchors(r).Count])];
        var head = asOf.Head;
        await reads.ReadAsync(asOf, requests.Any(IsHistory), Parts, Begin, cancellation);
        return pages;

        IEnumerable<string> Parts(Question question) =>
            Enumerable.Range(0, requests.Count).Where(i => Anchors(requests[i]).Count > 0).Select(i => Compile(requests[i], i, question));

        AnswerHandler Begin()
        {
            for (var i = 0; i < pages.Length; i++) Array.Fill(pages[i], Places.Nothing<ClaimRow>(requests[i].WantsTotals, requests[i].Aggregates));
            return (int part, int anchor, ref Utf8JsonReader answer) => pages[part][anchor] = Read(requests[part], head, ref answer);
        }
    }

    /// <summary>Reads a claim and its order from the next columns of a row.</summary>
    public static (Claim Claim, ClaimOrder Order) ReadClaim(ref Utf8JsonReader row)
    {
        var (kind, type, subject, other) = (row.NextText()!, row.NextText()!, row.NextText()!, row.NextText());
        var (qualifiers, when) = RecordCode.DecodeClaim(row.NextBytes().Span);
        var order = new ClaimOrder(row.NextDay(), row.NextDay(), row.NextDay()!.Value);
        return (new Claim(Enum.Parse<ClaimKind>(kind), type, new EntityId(subject), other is null ? null : new EntityId(other), qualifiers, when), order);
    }

    private static bool IsHistory(ClaimRequest request) => request.WithRetracted || request.By is ClaimsBy.AddedIn or ClaimsBy.RetractedIn;

    private static IReadOnlyList<string> Anchors(ClaimRequest request) => request.By == ClaimsBy.All ? One : request.Anchors;

    private static Page<ClaimRow> Read(ClaimRequest request, long head, ref Utf8JsonReader answer)
    {
        var (rows, hasNext, hasPrevious, total, _, aggregate) =
            Places.Cut(ref answer, request.Page, request.WantsTotals, (ref Utf8JsonReader row) => ReadRow(request, head, ref row), request.Aggregates);
        return new Page<ClaimRow>(rows, hasNext, hasPrevious, total, aggregate);
    }

    private static ClaimRow ReadRow(ClaimRequest request, long head, ref Utf8JsonReader row)
    {
        var place = Places.Read(ref row, request.Sort);
        var (claim, order) = ReadClaim(ref row);
        var (since, until) = (row.NextNumber()!.Value, row.NextNumber());
        row.End();
        return new ClaimRow(claim, order, since, until <= head ? until : null, place);
    }

    private static string Compile(ClaimRequest request, int part, Question question)
    {
        var anchors = question.List(request.Group is { } group && request.By == ClaimsBy.Group ? GroupText.Anchors(request.Anchors, group) : Anchors(request));
        var clauses = Candidates(request, question)
            + $"WITH c, w WHERE {ClaimConditions.Of(request.Filter, ClaimPlaces.OfNode("w"), question)} ";
        var needsEntity = request.By is ClaimsBy.Subject or ClaimsBy.End or ClaimsBy.Document;
        var source = new RowSource(needsEntity ? "a" : "id", clauses, "c, w", new RowColumns(Columns))
        {
            Aggregates = request.Aggregates,
            Days = ("w.day", "w.day"),
            Rosters = clauses + RosterText.Among,
        };
        var anchor = needsEntity ? "MATCH (a:CsrGraph:Entity {id: id}) " : "";
        return $"UNWIND range(0, size({anchors}) - 1) AS i WITH i, {anchors}[i] AS id {anchor}"
            + PageText.Clauses(source, Orders.OfClaims(request.Sort, "c", "w"), request.Page, request.WantsTotals, question)
            + $"RETURN {part} AS q, i AS i, {PageText.ResultOf(request.Aggregates)} AS r";
    }

    private static string Candidates(ClaimRequest request, Question question) => request.By switch
    {
        ClaimsBy.All => $"MATCH (c:CsrGraph:Claim) {Row(request, question)}",
        ClaimsBy.Id => $"MATCH (c:CsrGraph:Claim {{id: id}}) {Row(request, question)}",
        ClaimsBy.Subject => $"{ClaimCandidates.EverOfSubject("a")}{Row(request, question)}",
        ClaimsBy.End => $"{ClaimCandidates.EverOfEnd("a")}{Row(request, question)}",
        ClaimsBy.Document => $"MATCH (c:CsrGraph:Claim)-[e:{question.EvidenceTypes}]->(a) "
            + $"WHERE {(request.WithRetracted ? "e.addedIn <= $head" : Question.Stands("e"))} WITH DISTINCT c {Row(request, question)}",
        ClaimsBy.Group => $"{GroupText.Claims(request.Group!, question)}{GroupColumns.Of(request.Group!, question)}"
            + $"WITH c, w WHERE {GroupText.Id(request.Group!.By)} = id ",
        ClaimsBy.AddedIn => Interval("addedIn", "b.since = toInteger(id)"),
        ClaimsBy.RetractedIn => Interval("retractedIn", Question.Always),
        _ => throw new ArgumentException($"claims have no such anchors: {request.By}", nameof(request)),
    };

    private static string Row(ClaimRequest request, Question question) => request.WithRetracted ? Latest(Question.Always) : question.ClaimAt("c", "w");

    // The last row of a claim up to the head: its latest interval, with its latest order.
    private static string Latest(string which) =>
        "CALL (c) { WITH c WHERE c.addedIn <= $head RETURN c AS w UNION ALL "
        + "MATCH (c)<-[:VERSION_OF]-(w:CsrGraph:ClaimVersion) WHERE w.addedIn <= $head RETURN w } "
        + $"WITH c, w WHERE {which} WITH c, w ORDER BY w.addedIn DESC WITH c, collect(w)[0] AS w ";

    // The interval that begins or ends with a change-set: the rows of it have one `since`; what was only re-derived begins and ends none.
    private static string Interval(string property, string begins) =>
        $"MATCH (b:CsrGraph) WHERE toInteger(id) <= $head AND b.{property} = toInteger(id) AND b.id IS NOT NULL AND (b:Claim OR b:ClaimVersion) AND {begins} "
        + "MATCH (c:CsrGraph:Claim {id: coalesce(b.claim, b.id)}) WITH DISTINCT id, c, b.since AS begun "
        + "CALL (c, begun) { WITH c, begun WHERE c.addedIn <= $head AND c.since = begun RETURN c AS w UNION ALL "
        + "MATCH (c)<-[:VERSION_OF]-(w:CsrGraph:ClaimVersion) WHERE w.addedIn <= $head AND w.since = begun RETURN w } "
        + "WITH id, c, begun, w ORDER BY w.addedIn DESC WITH id, c, begun, collect(w)[0] AS w "
        + (property == "retractedIn" ? "WITH c, w, id WHERE w.retractedIn = toInteger(id) WITH c, w " : "WITH c, w ");
}
