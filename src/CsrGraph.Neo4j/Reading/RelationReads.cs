using System.Text;
using System.Text.Json;
using CsrGraph.Model;
using CsrGraph.Neo4j.Compiling;
using CsrGraph.Store;

namespace CsrGraph.Neo4j.Reading;

/// <summary>Reads the relations of many anchors, all requests of a call in one statement, a row for each anchor.</summary>
internal static class RelationReads
{
    private static readonly RelationPage Nothing = new([], false, false, null, null);
    private static readonly RelationPage NothingCounted = new([], false, false, 0, 0);

    public static async Task<IReadOnlyList<IReadOnlyList<RelationPage>>> ReadAsync(
        ConsistentReads reads, IReadOnlyList<RelationRequest> requests, AsOf asOf, CancellationToken cancellation)
    {
        if (requests.Count == 0) return [];
        RelationPage[][] pages = [.. requests.Select(r => new RelationPage[r.Anchors.Count])];
        await reads.ReadAsync(asOf, false, Parts, Begin, cancellation);
        return pages;

        IEnumerable<string> Parts(Question question) =>
            Enumerable.Range(0, requests.Count).Where(i => requests[i].Anchors.Count > 0).Select(i => Compile(requests[i], i, question));

        AnswerHandler Begin()
        {
            for (var i = 0; i < pages.Length; i++) Array.Fill(pages[i], requests[i].WantsTotals ? NothingCounted : Nothing);
            return (part, anchor, answer) => pages[part][anchor] = Read(requests[part], requests[part].Anchors[anchor], answer);
        }
    }

    private static RelationPage Read(RelationRequest request, string anchor, JsonElement answer)
    {
        var (rows, hasNext, hasPrevious, total, edges) = Places.Cut(answer, request.Page, request.WantsTotals, row => ReadRow(request, anchor, row));
        return new RelationPage(rows, hasNext, hasPrevious, total, edges);
    }

    private static RelationRow ReadRow(RelationRequest request, string anchor, JsonElement row)
    {
        var place = Places.Read(row, request.Sort);
        var column = request.Sort.Count + 1;
        var order = new ClaimOrder(Number(row[column]), Number(row[column + 1]), row[column + 2].GetInt32());
        var isDocument = request.Of == RelationAnchors.DocumentsOf;
        var hasClaim = request.WantsClaims && !isDocument;
        var far = EntityColumns.Read(row, column + (hasClaim ? 6 : 3), request.FarParts);
        if (!hasClaim) return new RelationRow(null, order, far, place);
        var (qualifiers, when) = RecordCode.DecodeClaim(Encoding.UTF8.GetBytes(row[column + 3].GetString()!));
        var claim = new Claim(
            ClaimKind.Relation, request.Relation.Type, new EntityId(row[column + 4].GetString()!), new EntityId(row[column + 5].GetString()!), qualifiers, when);
        return new RelationRow(claim, order, far, place);
    }

    private static int? Number(JsonElement json) => json.ValueKind == JsonValueKind.Number ? json.GetInt32() : null;

    private static string Compile(RelationRequest request, int part, Question question)
    {
        var anchors = question.List(request.Anchors);
        var each = $"UNWIND range(0, size({anchors}) - 1) AS i WITH i, {anchors}[i] AS id ";
        var entities = EntityColumns.Of("f", "v", request.FarParts, question);
        var isDocument = request.Of == RelationAnchors.DocumentsOf;
        var columns = isDocument ? $"v.firstDay, v.lastDay, 0, {entities}"
            : request.WantsClaims ? $"x.day, x.until, x.rank, x.body, startNode(x).id, endNode(x).id, {entities}"
            : $"x.day, x.until, x.rank, {entities}";
        var order = isDocument
            ? Orders.OfDocuments(request.Sort, "f", "v", question)
            : Orders.OfRelations(request.Sort, "x", "f", "v", question);
        var source = request.Of switch
        {
            RelationAnchors.Entities => OfEntities(request, columns, question),
            RelationAnchors.Rosters => OfRosters(request, columns, question),
            RelationAnchors.DocumentsOf => OfDocuments(request, columns, question),
            _ => throw new ArgumentException($"there are no such anchors: {request.Of}", nameof(request)),
        };
        var anchor = request.Of == RelationAnchors.Rosters ? "" : "MATCH (a:CsrGraph:Entity {id: id}) ";
        return $"{each}{anchor}{PageText.Clauses(source, order, request.Page, request.WantsTotals, question)}RETURN {part} AS q, i AS i, {PageText.Result} AS r";
    }

    private static RowSource OfEntities(RelationRequest request, string columns, Question question) => new(
        "a",
        $"MATCH {question.Pattern(request.Relation, "a", "x", "f")} WHERE {question.Holds("x")} AND {Edge(request, question)} {Far(request, question)}",
        "x, f, v",
        columns,
        "count(DISTINCT f) AS total, count(*) AS edges");

    private static RowSource OfRosters(RelationRequest request, string columns, Question question) => new(
        "id",
        Counted("EVIDENCED_BY", question)
            + $"MATCH (f:CsrGraph:Entity {{id: c.subject}})-[x:{question.Types(request.Relation.Type)}]->(o:CsrGraph:Entity {{id: c.object}}) "
            + $"WHERE x.claimId = c.id AND {question.Holds("x")} AND {Edge(request, question)} {Far(request, question)}",
        "x, f, v",
        columns,
        "count(DISTINCT f) AS total, count(*) AS edges");

    private static RowSource OfDocuments(RelationRequest request, string columns, Question question) => new(
        "a",
        $"{ClaimCandidates.OfEnd("a", question)}MATCH (c)-[e:{question.EvidenceTypes}]->(f:CsrGraph:Entity) WHERE {Question.Stands("e")} "
            + $"WITH DISTINCT f {Far(request, question)}",
        "f, v",
        columns);

    // Claims whose words a roster counts; the index of each type is a branch of its own.
    private static string Counted(string type, Question question)
    {
        string Branch(string t) => $"MATCH (c:CsrGraph:Claim)-[e:{t}]->(:CsrGraph:Entity) WHERE e.roster = id AND {Question.Stands("e")} RETURN c";
        var branches = question.IsHistory ? $"{Branch(type)} UNION {Branch(Labels.Retracted + type)}" : Branch(type);
        return $"CALL (id) {{ {branches} }} WITH DISTINCT c ";
    }

    private static string Edge(RelationRequest request, Question question) =>
        ClaimConditions.Of(request.Edge, ClaimPlaces.OfRelationship("x", question.Value(request.Relation.Type)), question);

    private static string Far(RelationRequest request, Question question) =>
        $"{question.EntityAt("f", "v")}WITH * WHERE {EntityConditions.Of(request.Far, "f", "v", question)} ";
}
