using System.Text.Json;
using CsrGraph.Model;
using CsrGraph.Neo4j.Compiling;
using CsrGraph.Store;

namespace CsrGraph.Neo4j.Reading;

/// <summary>Reads the relations of many anchors, all requests of a call in one statement, a row for each anchor.</summary>
internal static class RelationReads
{
    public static async Task<IReadOnlyList<IReadOnlyList<RelationPage>>> ReadAsync(
        ConsistentReads reads, Headings headings, IReadOnlyList<RelationRequest> requests, AsOf asOf, CancellationToken cancellation)
    {
        if (requests.Count == 0) return [];
        RelationPage[][] pages = [.. requests.Select(r => new RelationPage[r.Anchors.Count])];
        var first = new FirstPages(headings, requests);
        await first.Lists.ReadAsync(reads, asOf, Parts, Begin, cancellation);
        first.PutInto(pages);
        return pages;

        IEnumerable<string> Parts(Question question) =>
        [
            .. Enumerable.Range(0, requests.Count)
                .Where(i => requests[i].Anchors.Count > 0 && (question.IsHistory || !FirstPages.Answers(requests[i])))
                .Select(i => Compile(requests[i], i, question)),
            .. question.IsHistory ? [] : first.Compile(requests.Count, asOf, question),
        ];

        AnswerHandler Begin()
        {
            first.Begin();
            for (var i = 0; i < pages.Length; i++) Array.Fill(pages[i], Nothing(requests[i]));
            return (int part, int anchor, ref Utf8JsonReader answer) =>
            {
                if (part >= requests.Count) first.Read(part - requests.Count, anchor, ref answer);
                else pages[part][anchor] = LinkReads.Answers(requests[part]) ? LinkReads.Read(requests[part], ref answer) : Read(requests[part], ref answer);
            };
        }
    }

    private static RelationPage Read(RelationRequest request, ref Utf8JsonReader answer)
    {
        var (rows, hasNext, hasPrevious, total, edges, aggregate) =
            Places.Cut(ref answer, request.Page, request.WantsTotals, (ref Utf8JsonReader row) => ReadRow(request, ref row), request.Aggregates);
        return new RelationPage(rows, hasNext, hasPrevious, total, edges, aggregate);
    }

    private static RelationPage Nothing(RelationRequest request)
    {
        long? none = request.WantsTotals && !LinkReads.Answers(request) ? 0 : null;
        return new RelationPage([], false, false, none, none, request.Aggregates == AggregateParts.None ? null : new Aggregate());
    }

    private static RelationRow ReadRow(RelationRequest request, ref Utf8JsonReader row)
    {
        if (IsBare(request)) return new RelationRow(null, default, EntityColumns.ReadHeading(row.GetString()!), Position.None);
        var place = request.WantsPlaces ? Places.Read(ref row, request.Sort) : Position.None;
        var order = request.WantsPlaces ? new ClaimOrder(row.NextDay(), row.NextDay(), row.NextDay()!.Value) : default;
        var claim = HasClaim(request) ? ReadClaim(request, ref row) : null;
        var far = EntityColumns.Read(ref row, request.FarParts);
        row.End();
        return new RelationRow(claim, order, far, place);
    }

    private static Claim ReadClaim(RelationRequest request, ref Utf8JsonReader row)
    {
        var (qualifiers, when) = RecordCode.DecodeClaim(row.NextBytes().Span);
        return new Claim(ClaimKind.Relation, request.Relation.Type, new EntityId(row.NextText()!), new EntityId(row.NextText()!), qualifiers, when);
    }

    // Rows that are no more than the far entity's heading.
    private static bool IsBare(RelationRequest request) =>
        !request.WantsPlaces && !HasClaim(request) && request.FarParts == EntityParts.Heading;

    private static bool HasClaim(RelationRequest request) => request.WantsClaims && IsOfClaims(request);

    private static bool IsOfClaims(RelationRequest request) => request.Of is RelationAnchors.Entities or RelationAnchors.Rosters;

    private static string Columns(RelationRequest request, Question question)
    {
        var place = !request.WantsPlaces ? "" : IsOfClaims(request) ? "x.day, x.until, x.rank, " : "v.firstDay, v.lastDay, 0, ";
        var claim = HasClaim(request) ? "x.body, startNode(x).id, endNode(x).id, " : "";
        return $"{place}{claim}{EntityColumns.Of("f", "v", request.FarParts, question)}";
    }

    private static string Compile(RelationRequest request, int part, Question question)
    {
        if (LinkReads.Answers(request)) return LinkReads.Compile(request, part, question);
        var anchors = question.List(request.Of == RelationAnchors.Group ? GroupText.Anchors(request.Anchors, request.Group!) : request.Anchors);
        var each = $"UNWIND range(0, size({anchors}) - 1) AS i WITH i, {anchors}[i] AS id ";
        var row = new RowColumns(Columns(request, question), request.WantsPlaces, IsBare(request));
        var order = IsOfClaims(request)
            ? Orders.OfRelations(request.Sort, "x", "f", "v", question)
            : Orders.OfDocuments(request.Sort, "f", "v", question);
        var source = request.Of switch
        {
            RelationAnchors.Entities => OfEntities(request, row, question),
            RelationAnchors.Rosters => OfRosters(request, row, question),
            RelationAnchors.DocumentsOf => OfDocuments(request, row, question),
            RelationAnchors.Group => OfGroups(request, request.Group!, row, question),
            _ => throw new ArgumentException($"there are no such anchors: {request.Of}", nameof(request)),
        };
        var anchor = request.Of is RelationAnchors.Rosters or RelationAnchors.Group ? "" : "MATCH (a:CsrGraph:Entity {id: id}) ";
        return $"{each}{anchor}{PageText.Clauses(source, order, request.Page, request.WantsTotals, question)}"
            + $"RETURN {part} AS q, i AS i, {PageText.ResultOf(request.Aggregates)} AS r";
    }

    private static RowSource OfEntities(RelationRequest request, RowColumns columns, Question question)
    {
        var clauses = $"MATCH {question.Pattern(request.Relation, "a", "x", "f")} WHERE {question.HoldsRelation("x")} AND {Edge(request, question)} {Far(request, question)}";
        var type = request.Relation.Type;
        return new RowSource("a", clauses, "x, f, v", columns, "count(DISTINCT f) AS total, count(*) AS edges")
        {
            Aggregates = request.Aggregates,
            Days = ("x.day", "x.day"),
            Rosters = !request.Aggregates.HasFlag(AggregateParts.Rosters)
                ? null
                : request.Relation.Anchor == RelationEnd.Object ? RosterText.Of("a", type, question) : $"{clauses}WITH DISTINCT f {RosterText.Of("f", type, question)}",
        };
    }

    private static RowSource OfRosters(RelationRequest request, RowColumns columns, Question question) => new(
        "id",
        $"{RosterText.Counted("id", question)}WITH DISTINCT c "
            + $"MATCH (f:CsrGraph:Entity {{id: c.subject}})-[x:{question.Types(request.Relation.Type)}]->(o:CsrGraph:Entity {{id: c.object}}) "
            + $"WHERE {Labels.ClaimId("x")} = c.id AND {question.HoldsRelation("x")} AND {Edge(request, question)} {Far(request, question)}",
        "x, f, v",
        columns,
        "count(DISTINCT f) AS total, count(*) AS edges")
    {
        Aggregates = request.Aggregates,
        Days = ("x.day", "x.day"),
    };

    private static RowSource OfDocuments(RelationRequest request, RowColumns columns, Question question) => Bare(
        "a",
        $"{ClaimCandidates.OfEnd("a", question)}MATCH (c)-[e:{question.EvidenceTypes}]->(f:CsrGraph:Entity) WHERE {Question.Stands("e")} "
            + $"WITH DISTINCT f {Far(request, question)}",
        request,
        columns,
        question);

    private static RowSource OfGroups(RelationRequest request, CountRequest.Entities group, RowColumns columns, Question question) => Bare(
        "i, id",
        $"{GroupText.Entities(group, question)}{GroupColumns.Of(group, question)}WITH f, v WHERE {GroupText.Id(group.By)} = id "
            + $"AND {EntityConditions.Of(request.Far, "f", "v", question)} ",
        request,
        columns,
        question);

    private static RowSource Bare(string scope, string clauses, RelationRequest request, RowColumns columns, Question question) =>
        new(scope, clauses, "f, v", columns)
        {
            Aggregates = request.Aggregates,
            Rosters = $"{clauses}{RosterText.Of("f", null, question)}",
        };

    private static string Edge(RelationRequest request, Question question) =>
        ClaimConditions.Of(request.Edge, ClaimPlaces.OfRelationship("x", question.Value(request.Relation.Type)), question);

    private static string Far(RelationRequest request, Question question) =>
        $"{question.EntityAt("f", "v")}WITH * WHERE {EntityConditions.Of(request.Far, "f", "v", question)} ";
}
