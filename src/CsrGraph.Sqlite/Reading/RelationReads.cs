using CsrGraph.Sqlite.Compiling;
using CsrGraph.Sqlite.Connections;
using CsrGraph.Store;

namespace CsrGraph.Sqlite.Reading;

/// <summary>Reads the relations of many anchors.</summary>
internal static class RelationReads
{
    // To go past so many rows of an index costs less than to look up how many there are.
    private const int FewRows = 32;

    public static IReadOnlyList<IReadOnlyList<RelationPage>> Read(
        Connection reader, HeadingMemory memory, DegreeMemory degrees, IReadOnlyList<RelationRequest> requests, AsOf asOf) =>
        requests.Any(LinkReads.Answers)
        ? [.. requests.Select(r => LinkReads.Answers(r) ? LinkReads.Read(reader, degrees, r, asOf) : ReadRows(reader, memory, [r], asOf)[0])]
        : ReadRows(reader, memory, requests, asOf);

    private static IReadOnlyList<IReadOnlyList<RelationPage>> ReadRows(
        Connection reader, HeadingMemory memory, IReadOnlyList<RelationRequest> requests, AsOf asOf)
    {
        var entities = new EntityColumns(reader);
        var headings = new Headings(reader, memory, asOf);
        return Groups.Answer<RelationRequest, string, RelationPage>(requests, r => Compile(reader, r, asOf).Key, r => r.Anchors, (request, anchors) =>
        {
            var plan = Compile(reader, request, asOf);
            var pages = IsByNode(request)
                ? ReadByNode(reader, plan, request, anchors, headings)
                : Pages<RelationRow>.Read(reader, plan, request.Page, Keys(request, anchors), anchors.Count, (request.WantsTotals, request.Aggregates), row => ReadRow(reader, row, request, entities));
            return anchor =>
            {
                var (rows, hasNext, hasPrevious, total, edgeTotal, aggregate) = pages[anchor];
                return new RelationPage(rows, hasNext, hasPrevious, total, edgeTotal, aggregate);
            };
        });
    }

    /// <summary>
    /// True where a row has to bring no more of the far entity than its node: nothing is chosen or sorted by it, and its heading, which many rows share, is
    /// read or remembered apart.
    /// </summary>
    private static bool IsByNode(RelationRequest request) =>
        request.FarParts == EntityParts.Heading && !request.WantsClaims && HasClaims(request) && !NeedsFar(request);

    private static bool HasClaims(RelationRequest request) => request.Of is RelationAnchors.Entities or RelationAnchors.Rosters;

    private static bool NeedsFar(RelationRequest request) => request.Far is not null || request.Sort.Any(t => t.By is not (SortBy.When or SortBy.Rank));

    private static Pages<RelationRow> ReadByNode(Connection reader, Plan plan, RelationRequest request, IReadOnlyList<string> anchors, Headings headings)
    {
        if (request.WantsPlaces)
        {
            var placed = Read(NodeRow.Read);
            var (fars, place) = (headings.Read([.. placed.All.Select(r => r.Far)]), 0);
            return placed.Select(row => fars[place++] is { } far ? new RelationRow(null, row.Order, far, row.Place(request.Sort)) : null);
        }

        var nodes = Read(NodeRow.ReadFar);
        var (found, next) = (headings.Read([.. nodes.All]), 0);
        return nodes.Select(_ => found[next++] is { } far ? new RelationRow(null, default, far, Position.None) : null);

        Pages<T> Read<T>(Func<Statement, T> read) =>
            Pages<T>.Read(reader, plan, request.Page, Keys(request, anchors), anchors.Count, (request.WantsTotals, request.Aggregates), read);
    }

    private static IReadOnlyList<string> Keys(RelationRequest request, IReadOnlyList<string> anchors) => request.Of switch
    {
        RelationAnchors.Rosters => [.. anchors.Select(ClaimAnchor.Of)],
        RelationAnchors.Group => [.. anchors.Select(a => ClaimAnchor.OfGroup(a, request.Group!))],
        _ => anchors,
    };

    private static RelationRow ReadRow(Connection reader, Statement row, RelationRequest request, EntityColumns entities)
    {
        var terms = request.Sort.Count;
        var place = EntityColumns.Place(row, terms, idIsClaim: HasClaims(request));
        var far = entities.Read(row, terms + 2, request.FarParts);
        if (!HasClaims(request))
        {
            return new RelationRow(null, new ClaimOrder(far.Date?.Earliest?.DayNumber, far.Date?.Latest?.DayNumber, 0), far, place);
        }

        if (!request.WantsClaims) return new RelationRow(null, Columns.Order(row, terms + 2 + EntityColumns.Count), far, place);
        var (claim, order) = Columns.Claim(reader, row, terms + 2 + EntityColumns.Count);
        return new RelationRow(claim, order, far, place);
    }

    private static Plan Compile(Connection reader, RelationRequest request, AsOf asOf)
    {
        var question = Question.Of(reader, asOf);
        return request.Of switch
        {
            RelationAnchors.Entities => Entities(request, question),
            RelationAnchors.Rosters => Rosters(request, question),
            RelationAnchors.DocumentsOf => Documents(request, question),
            RelationAnchors.Group => Group(request, request.Group!, question),
            _ => throw new ArgumentException($"there are no such anchors: {request.Of}", nameof(request)),
        };
    }

    private static Plan Entities(RelationRequest request, Question question)
    {
        var (condition, far) = question.Relation(request.Relation, "k.node", "a");
        var rosters = request.Relation.Anchor == RelationEnd.Object
            ? Aggregated.RostersOfAnchors(request.Aggregates, question, request.Relation.Type)
            : Aggregated.Rosters(request.Aggregates, question, far, request.Relation.Type);
        return Claims(request, question, ClaimAnchor.Nodes, condition, far, rosters);
    }

    private static Plan Rosters(RelationRequest request, Question question)
    {
        var (ofType, _) = question.Relation(request.Relation with { Anchor = RelationEnd.Subject }, "a.subject", "a");
        var counted = $"a.row IN {Question.RowsBorne($"v.roster = k.id AND {Question.Stands("v")}")} AND {ofType}";
        return Claims(request, question, ClaimAnchor.Ids, counted, "a.subject", null);
    }

    private static Plan Claims(
        RelationRequest request, Question question, string anchors, string condition, string far, (Func<string, string, string> From, string Name)? rosters)
    {
        var join = $" CROSS JOIN entity f ON f.node = {far} AND {Question.Stands("f")}";
        var isByNode = IsByNode(request);
        var source = new Source
        {
            Anchors = anchors,
            Table = "claim a",
            Joins = NeedsFar(request) ? join : "",
            Parts = question.ValidParts(request.Sort),
            Where = $"{condition} AND {question.Holds("a")} AND {new ClaimConditions(question).Of(request.Edge, "a")}"
                + (request.Far is null ? "" : $" AND {new EntityConditions(question).Of(request.Far, "f")}"),
            RowJoins = isByNode ? "" : join,
            Columns = isByNode
                ? request.WantsPlaces ? NodeRow.Columns(far) : far
                : $"{EntityColumns.Of("f", request.FarParts)}, {(request.WantsClaims ? Columns.OfClaim : Columns.OfOrder)}",
            IsPlaced = isByNode,
            Index = isByNode ? Index(request, question) : null,
            KeptMost = isByNode && request.Page.Limit > FewRows && Kept(request, question) is { } kept ? $"(SELECT c.edges FROM relation_count c WHERE {kept})" : null,
            Totals = $"count(DISTINCT {far}), count(*)",
            KeptTotals = KeptTotals(request, question),
            Days = Aggregated.DaysOfClaims(request.Aggregates),
            Rosters = rosters,
        };
        return Plan.Of(source, new Orders(question).OfRelations(request.Sort), request.Page, request.WantsTotals, question);
    }

    private static bool IsInDefaultOrder(RelationRequest request) => request.Sort.SequenceEqual(SortTerm.Claims);

    private static string? Index(RelationRequest request, Question question) => request switch
    {
        { Of: not RelationAnchors.Entities } or { Edge: not null } => null,
        _ when !IsInDefaultOrder(request) || question.ValidParts(request.Sort) is not null => null,
        { Relation.Anchor: RelationEnd.Subject } => "claim_subject",
        { Relation.Anchor: RelationEnd.Object } => "claim_object",
        _ => null,
    };

    // Counts are kept of all of an entity's relations, not of some.
    private static string? KeptTotals(RelationRequest request, Question question) =>
        request is { WantsTotals: true, Far: null, Edge: null } && Kept(request, question) is { } kept
            ? $"c.fars, c.edges FROM k CROSS JOIN relation_count c ON {kept}"
            : null;

    private static string? Kept(RelationRequest request, Question question) =>
        request.Of == RelationAnchors.Entities && question.Side(request.Relation) is { } side
            ? $"c.side = {side} AND c.node = k.node AND c.type = {question.Type(request.Relation)}"
            : null;

    private static Plan Documents(RelationRequest request, Question question) => Bare(
        request,
        question,
        ClaimAnchor.Nodes,
        $"f.node IN (SELECT v.document FROM claim a CROSS JOIN evidence v ON {Question.PiecesOf("a.number", "v")} AND {Question.Stands("v")}"
            + $" WHERE (a.subject = k.node OR a.object = k.node) AND {question.Holds("a")}) AND {Question.Stands("f")}");

    private static Plan Group(RelationRequest request, CountRequest.Entities group, Question question) => Bare(
        request,
        question,
        ClaimAnchor.Groups(group.By.Count),
        GroupPlan.EntitiesOf(question.Terms(group.Kinds), group, question) + ClaimAnchor.InGroup(new GroupColumns(question).Of(group)));

    private static Plan Bare(RelationRequest request, Question question, string anchors, string where)
    {
        var source = new Source
        {
            Anchors = anchors,
            Table = "entity f",
            Where = $"{where} AND {new EntityConditions(question).Of(request.Far, "f")}",
            Columns = EntityColumns.Of("f", request.FarParts),
            Totals = "count(*), count(*)",
            Days = Aggregated.Days(request.Aggregates),
            Rosters = Aggregated.Rosters(request.Aggregates, question),
        };
        return Plan.Of(source, new Orders(question).OfDocuments(request.Sort), request.Page, request.WantsTotals, question);
    }
}
