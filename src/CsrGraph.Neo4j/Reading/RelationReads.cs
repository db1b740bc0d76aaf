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
        ConsistentReads reads, Headings headings, IReadOnlyList<RelationRequest> requests, AsOf asOf, CancellationToken cancellation)
    {
        if (requests.Count == 0) return [];
        RelationPage[][] pages = [.. requests.Select(r => new RelationPage[r.Anchors.Count])];
        var (mayName, named) = (headings.AreMostlyKnown(asOf), new List<NamedPage>());
        await reads.ReadAsync(asOf, false, Parts, Begin, cancellation);
        if (mayName)
        {
            if (await headings.ReadAsync([.. named.SelectMany(p => p.Fars.Rows)], asOf, cancellation) is { } found)
            {
                foreach (var page in named) pages[page.Part][page.Anchor] = page.With(found);
                return pages;
            }

            mayName = false;
            await reads.ReadAsync(asOf, false, Parts, Begin, cancellation);
        }

        headings.Add(Enumerable.Range(0, requests.Count).Where(i => IsNamed(requests[i])).SelectMany(i => pages[i]).SelectMany(p => p.Rows).Select(r => r.Far), asOf);
        return pages;

        IEnumerable<string> Parts(Question question)
        {
            mayName &= !question.IsHistory;
            return Enumerable.Range(0, requests.Count)
                .Where(i => requests[i].Anchors.Count > 0)
                .Select(i => Compile(requests[i], i, mayName && IsNamed(requests[i]), question));
        }

        AnswerHandler Begin()
        {
            named.Clear();
            for (var i = 0; i < pages.Length; i++) Array.Fill(pages[i], Empty(requests[i]));
            return (int part, int anchor, ref Utf8JsonReader answer) =>
            {
                var request = requests[part];
                if (mayName && IsNamed(request)) named.Add(new NamedPage(part, anchor, Named(request, ref answer)));
                else pages[part][anchor] = LinkReads.Answers(request) ? LinkReads.Read(request, ref answer) : Read(request, ref answer);
            };
        }
    }

    private static RelationPage Empty(RelationRequest request) =>
        request.WantsTotals && !LinkReads.Answers(request) ? NothingCounted : Nothing;

    private static PageCut<string> Named(RelationRequest request, ref Utf8JsonReader answer) =>
        Places.Cut(ref answer, request.Page, false, (ref Utf8JsonReader row) => row.GetString()!);

    private static RelationPage Read(RelationRequest request, ref Utf8JsonReader answer)
    {
        var (rows, hasNext, hasPrevious, total, edges) =
            Places.Cut(ref answer, request.Page, request.WantsTotals, (ref Utf8JsonReader row) => ReadRow(request, ref row));
        return new RelationPage(rows, hasNext, hasPrevious, total, edges);
    }

    private static RelationRow ReadRow(RelationRequest request, ref Utf8JsonReader row)
    {
        if (IsBare(request)) return new RelationRow(null, default, EntityColumns.ReadHeading(row.GetString()!), Places.None);
        var place = request.WantsPlaces ? Places.Read(ref row, request.Sort) : Places.None;
        var order = request.WantsPlaces ? new ClaimOrder(row.NextDay(), row.NextDay(), row.NextDay()!.Value) : default;
        var claim = HasClaim(request) ? ReadClaim(request, ref row) : null;
        var far = EntityColumns.Read(ref row, request.FarParts);
        row.End();
        return new RelationRow(claim, order, far, place);
    }

    private static Claim ReadClaim(RelationRequest request, ref Utf8JsonReader row)
    {
        var (qualifiers, when) = RecordCode.DecodeClaim(row.NextBytes());
        return new Claim(ClaimKind.Relation, request.Relation.Type, new EntityId(row.NextText()!), new EntityId(row.NextText()!), qualifiers, when);
    }

    // Rows that only name the far entity, whose heading may be known: in the plain form, where nothing is asked of it.
    private static bool IsNamed(RelationRequest request) =>
        IsBare(request) && request is { Of: RelationAnchors.Entities, Far: null, WantsTotals: false } && request.Sort.All(t => t.By is SortBy.When or SortBy.Rank);

    // Rows that are no more than the far entity's heading.
    private static bool IsBare(RelationRequest request) =>
        !request.WantsPlaces && !HasClaim(request) && request.FarParts == EntityParts.Heading;

    private static bool HasClaim(RelationRequest request) => request.WantsClaims && request.Of != RelationAnchors.DocumentsOf;

    private static string Columns(RelationRequest request, Question question)
    {
        var place = !request.WantsPlaces ? "" : request.Of == RelationAnchors.DocumentsOf ? "v.firstDay, v.lastDay, 0, " : "x.day, x.until, x.rank, ";
        var claim = HasClaim(request) ? "x.body, startNode(x).id, endNode(x).id, " : "";
        return $"{place}{claim}{EntityColumns.Of("f", "v", request.FarParts, question)}";
    }

    private static string Compile(RelationRequest request, int part, bool isNamed, Question question)
    {
        if (LinkReads.Answers(request)) return LinkReads.Compile(request, part, question);
        var anchors = question.List(request.Anchors);
        var each = $"UNWIND range(0, size({anchors}) - 1) AS i WITH i, {anchors}[i] AS id ";
        var row = new RowColumns(isNamed ? "f.id" : Columns(request, question), request.WantsPlaces, IsBare(request));
        var order = request.Of == RelationAnchors.DocumentsOf
            ? Orders.OfDocuments(request.Sort, "f", "v", question)
            : Orders.OfRelations(request.Sort, "x", "f", "v", question);
        var source = request.Of switch
        {
            RelationAnchors.Entities => OfEntities(request, row, isNamed, question),
            RelationAnchors.Rosters => OfRosters(request, row, question),
            RelationAnchors.DocumentsOf => OfDocuments(request, row, question),
            _ => throw new ArgumentException($"there are no such anchors: {request.Of}", nameof(request)),
        };
        var anchor = request.Of == RelationAnchors.Rosters ? "" : "MATCH (a:CsrGraph:Entity {id: id}) ";
        return $"{each}{anchor}{PageText.Clauses(source, order, request.Page, request.WantsTotals, question)}RETURN {part} AS q, i AS i, {PageText.Result} AS r";
    }

    private static RowSource OfEntities(RelationRequest request, RowColumns columns, bool isNamed, Question question) => new(
        "a",
        $"MATCH {question.Pattern(request.Relation, "a", "x", "f")} WHERE {question.HoldsRelation("x")} AND {Edge(request, question)} "
            + (isNamed ? "" : Far(request, question)),
        isNamed ? "x, f" : "x, f, v",
        columns,
        "count(DISTINCT f) AS total, count(*) AS edges");

    private static RowSource OfRosters(RelationRequest request, RowColumns columns, Question question) => new(
        "id",
        Counted("EVIDENCED_BY", question)
            + $"MATCH (f:CsrGraph:Entity {{id: c.subject}})-[x:{question.Types(request.Relation.Type)}]->(o:CsrGraph:Entity {{id: c.object}}) "
            + $"WHERE x.claimId = c.id AND {question.HoldsRelation("x")} AND {Edge(request, question)} {Far(request, question)}",
        "x, f, v",
        columns,
        "count(DISTINCT f) AS total, count(*) AS edges");

    private static RowSource OfDocuments(RelationRequest request, RowColumns columns, Question question) => new(
        "a",
        $"{ClaimCandidates.OfEnd("a", question)}MATCH (c)-[e:{question.EvidenceTypes}]->(f:CsrGraph:Entity) WHERE {Question.Stands("e")} "
            + $"WITH DISTINCT f {Far(request, question)}",
        "f, v",
        columns);

    // Claims whose words a roster counts; the index of each type is a branch of its own.
    private static string Counted(string type, Question question)
    {
        string Branch(string t) =>
            $"MATCH (c:CsrGraph:Claim)-[e:{t}]->(:CsrGraph:Entity) USING INDEX SEEK e:{t}(roster) WHERE e.roster = id AND {Question.Stands("e")} RETURN c";
        var branches = question.IsHistory ? $"{Branch(type)} UNION {Branch(Labels.Retracted + type)}" : Branch(type);
        return $"CALL (id) {{ {branches} }} WITH DISTINCT c ";
    }

    private static string Edge(RelationRequest request, Question question) =>
        ClaimConditions.Of(request.Edge, ClaimPlaces.OfRelationship("x", question.Value(request.Relation.Type)), question);

    private static string Far(RelationRequest request, Question question) =>
        $"{question.EntityAt("f", "v")}WITH * WHERE {EntityConditions.Of(request.Far, "f", "v", question)} ";
}
