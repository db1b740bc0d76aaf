using System.Text;
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
            for (var i = 0; i < pages.Length; i++) Array.Fill(pages[i], new Page<ClaimRow>([], false, false, requests[i].WantsTotals ? 0 : null));
            return (part, anchor, answer) => pages[part][anchor] = Read(requests[part], answer, head);
        }
    }

    /// <summary>Reads a claim and its order from the columns of a claim's row.</summary>
    public static (Claim Claim, ClaimOrder Order) ReadClaim(JsonElement row, int column)
    {
        var (qualifiers, when) = RecordCode.DecodeClaim(Encoding.UTF8.GetBytes(row[column + 4].GetString()!));
        EntityId? other = row[column + 3].GetString() is { } id ? new EntityId(id) : null;
        var claim = new Claim(
            Enum.Parse<ClaimKind>(row[column].GetString()!), row[column + 1].GetString()!, new EntityId(row[column + 2].GetString()!), other, qualifiers, when);
        return (claim, new ClaimOrder(Number(row[column + 5]), Number(row[column + 6]), row[column + 7].GetInt32()));
    }

    private static bool IsHistory(ClaimRequest request) => request.WithRetracted || request.By is ClaimsBy.AddedIn or ClaimsBy.RetractedIn;

    private static IReadOnlyList<string> Anchors(ClaimRequest request) => request.By == ClaimsBy.All ? One : request.Anchors;

    private static int? Number(JsonElement json) => json.ValueKind == JsonValueKind.Number ? json.GetInt32() : null;

    private static Page<ClaimRow> Read(ClaimRequest request, JsonElement answer, long head)
    {
        var (rows, hasNext, hasPrevious, total, _) = Places.Cut(answer, request.Page, request.WantsTotals, row => ReadRow(request, row, head));
        return new Page<ClaimRow>(rows, hasNext, hasPrevious, total);
    }

    private static ClaimRow ReadRow(ClaimRequest request, JsonElement row, long head)
    {
        var column = request.Sort.Count + 1;
        var (claim, order) = ReadClaim(row, column);
        long? until = row[column + 9].ValueKind == JsonValueKind.Number && row[column + 9].GetInt64() <= head ? row[column + 9].GetInt64() : null;
        return new ClaimRow(claim, order, row[column + 8].GetInt64(), until, Places.Read(row, request.Sort));
    }

    private static string Compile(ClaimRequest request, int part, Question question)
    {
        var anchors = question.List(Anchors(request));
        var clauses = Candidates(request, question)
            + $"WITH c, w WHERE {ClaimConditions.Of(request.Filter, ClaimPlaces.OfNode("w"), question)} ";
        var needsEntity = request.By is ClaimsBy.Subject or ClaimsBy.End or ClaimsBy.Document;
        var source = new RowSource(needsEntity ? "a" : "id", clauses, "c, w", Columns);
        var anchor = needsEntity ? "MATCH (a:CsrGraph:Entity {id: id}) " : "";
        return $"UNWIND range(0, size({anchors}) - 1) AS i WITH i, {anchors}[i] AS id {anchor}"
            + PageText.Clauses(source, Orders.OfClaims(request.Sort, "c", "w"), request.Page, request.WantsTotals, question)
            + $"RETURN {part} AS q, i AS i, {PageText.Result} AS r";
    }

    private static string Candidates(ClaimRequest request, Question question) => request.By switch
    {
        ClaimsBy.All => $"MATCH (c:CsrGraph:Claim) {Row(request, question)}",
        ClaimsBy.Id => $"MATCH (c:CsrGraph:Claim {{id: id}}) {Row(request, question)}",
        ClaimsBy.Subject => $"{ClaimCandidates.EverOfSubject("a")}{Row(request, question)}",
        ClaimsBy.End => $"{ClaimCandidates.EverOfEnd("a")}{Row(request, question)}",
        ClaimsBy.Document => $"MATCH (c:CsrGraph:Claim)-[e:{question.EvidenceTypes}]->(a) "
            + $"WHERE {(request.WithRetracted ? "e.addedIn <= $head" : Question.Stands("e"))} WITH DISTINCT c {Row(request, question)}",
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
