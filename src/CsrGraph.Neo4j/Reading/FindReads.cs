using System.Text.Json;
using CsrGraph.Neo4j.Compiling;
using CsrGraph.Store;

namespace CsrGraph.Neo4j.Reading;

/// <summary>Finds entities by what is true of them.</summary>
internal static class FindReads
{
    public static async Task<IReadOnlyList<Page<EntityRow>>> ReadAsync(
        ConsistentReads reads, Headings headings, IReadOnlyList<FindRequest> requests, AsOf asOf, CancellationToken cancellation)
    {
        if (requests.Count == 0) return [];
        var cuts = new PageCut<FoundRow>[requests.Count];
        var lists = new FarLists(headings);
        (string Key, FarList List)[][] ahead = [.. requests.Select(r => lists.Ahead(r.Ahead, r.Page.Limit).ToArray())];
        await lists.ReadAsync(reads, asOf, Parts, Begin, cancellation);
        return [.. cuts.Select((cut, i) => new Page<EntityRow>([.. cut.Rows.Select(r => r.Row)], cut.HasNext, cut.HasPrevious, cut.Total, cut.Aggregate)
        {
            Ahead = lists.Pages(ahead[i], [.. cut.Rows.Select(r => r.Ahead)]),
        })];

        IEnumerable<string> Parts(Question question)
        {
            // Ends of what once stood are not read along.
            if (question.IsHistory) Array.Fill(ahead, []);
            lists.Begin(asOf);
            return requests.Select((r, i) =>
                $"WITH 0 AS i {Compile(r, [.. ahead[i].Select(a => lists.Compile(a.List, "f", question))], question)}RETURN {i} AS q, i AS i, {PageText.ResultOf(r.Aggregates)} AS r");
        }

        AnswerHandler Begin()
        {
            lists.Clear();
            return (int part, int _, ref Utf8JsonReader answer) =>
            {
                var (request, along) = (requests[part], ahead[part]);
                cuts[part] = Places.Cut(
                    ref answer, request.Page, request.WantsTotal, (ref Utf8JsonReader row) => ReadRow(request, along, lists, ref row), request.Aggregates);
            };
        }
    }

    private static FoundRow ReadRow(FindRequest request, (string Key, FarList List)[] ahead, FarLists lists, ref Utf8JsonReader row)
    {
        if (IsBare(request) && ahead.Length == 0) return new FoundRow(new EntityRow(EntityColumns.ReadHeading(row.GetString()!), Position.None), []);
        var place = request.WantsPlaces ? Places.Read(ref row, request.Sort) : Position.None;
        var entity = EntityColumns.Read(ref row, request.Parts);
        var along = lists.ReadAhead(ahead, ref row);
        row.End();
        return new FoundRow(new EntityRow(entity, place), along);
    }

    // Rows that are no more than a heading.
    private static bool IsBare(FindRequest request) => !request.WantsPlaces && request.Parts == EntityParts.Heading;

    private static string Compile(FindRequest request, string[] ahead, Question question)
    {
        var order = Orders.OfEntities(request.Sort, "f", "v", question);
        var values = string.Join(", ", [EntityColumns.Of("f", "v", request.Parts, question), .. ahead]);
        var columns = new RowColumns(values, request.WantsPlaces, IsBare(request) && ahead.Length == 0);
        var clauses = FindText.Clauses(request.Kinds, request.Filter, question);
        var source = new RowSource("i", clauses, "f, v", columns)
        {
            Aggregates = request.Aggregates,
            Rosters = $"{clauses}{RosterText.Of("f", null, question)}",
        };
        if (InOrder(request, source, order, question) is { } ordered) return ordered;
        return PageText.Clauses(source, order, request.Page, request.WantsTotal, question);
    }

    // Of one kind by name, the index has the order: a page is all that is read.
    private static string? InOrder(FindRequest request, RowSource source, Order order, Question question)
    {
        if (question.IsHistory || request.Kinds.Count != 1 || request.Sort is not [{ By: SortBy.Name, Descending: false }] || FindText.Ids(request.Filter) is not null) return null;
        if (request.Aggregates != AggregateParts.None || request.Page is not { FromEnd: false, Before: null, Limit: > 0 }) return null;
        var kind = question.Value(request.Kinds[0]);
        var filter = EntityConditions.Of(request.Filter, "f", "f", question);
        var bound = Question.Always;
        if (request.Page.After is { } after)
        {
            var (sort, id) = (question.Value(after.Values[0]), question.Value(after.Id));
            bound = $"f.sort >= {sort} AND (f.sort > {sort} OR f.id > {id})";
        }

        var rows = $"CALL (i) {{ MATCH (f:CsrGraph) WHERE f.kind = {kind} AND f.sort IS NOT NULL AND f.id IS NOT NULL AND {bound} AND {Question.Stands("f")} AND {filter} "
            + $"WITH f, f AS v ORDER BY f.kind, f.sort, f.id LIMIT {question.Value((long)request.Page.Limit + 1)} WITH f, v, {order.Variables} "
            + $"RETURN collect({source.Columns.In(order)}) AS rows }} ";
        var totals = request.WantsTotal ? $"CALL (i) {{ {source.Clauses}RETURN {source.Totals} }} " : "WITH *, null AS total, null AS edges ";
        var before = request.Page.After is null
            ? "WITH *, false AS before "
            : $"CALL (i) {{ {source.Clauses}WITH f WHERE NOT ({bound}) WITH f LIMIT 1 RETURN count(*) > 0 AS before }} ";
        return $"{rows}{totals}{before}WITH *, false AS beyond ";
    }

    private sealed record FoundRow(EntityRow Row, FarPage?[] Ahead);
}
