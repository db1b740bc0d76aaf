using CsrGraph.Sqlite.Compiling;
using CsrGraph.Sqlite.Connections;
using CsrGraph.Store;

namespace CsrGraph.Sqlite.Reading;

/// <summary>Finds entities by what is true of them.</summary>
internal static class FindReads
{
    // A kind is an anchor: each is gone through in its index's order, and stopped at the page's end.
    private const string Kinds = $"SELECT 0 AS i, id AS kind FROM term WHERE text IN (SELECT value FROM json_each({Question.Anchors}))";

    public static IReadOnlyList<Page<EntityRow>> Read(Connection reader, IReadOnlyList<FindRequest> requests, AsOf asOf)
    {
        var entities = new EntityColumns(reader);
        return [.. requests.Select(r => Read(reader, r, asOf, entities))];
    }

    private static Page<EntityRow> Read(Connection reader, FindRequest request, AsOf asOf, EntityColumns entities)
    {
        // By a kept count as long as there are entities with one; those that have none come after them, in no index's order.
        var counted = Counted(Question.Of(reader, asOf), request) is { } plan ? Read(reader, plan, request, entities) : null;
        return counted is { HasNext: true } ? counted : Read(reader, Compile(Question.Of(reader, asOf), request), request, entities);
    }

    private static Page<EntityRow> Read(Connection reader, Plan plan, FindRequest request, EntityColumns entities)
    {
        var terms = request.Sort.Count;
        var pages = Pages<EntityRow>.Read(reader, plan, request.Page, request.Kinds, pages: 1, (request.WantsTotal, request.Aggregates), row => new EntityRow(
            entities.Read(row, terms + 2, request.Parts), EntityColumns.Place(row, terms, idIsClaim: false)));
        var (rows, hasNext, hasPrevious, total, _, aggregate) = pages[0];
        return new Page<EntityRow>(rows, hasNext, hasPrevious, total, aggregate);
    }

    private static Plan Compile(Question question, FindRequest request)
    {
        var named = EntityConditions.Named(request.Filter);
        var source = Source(request) with
        {
            Table = "entity f",

            // Who is named is looked up, and not looked for.
            Choice = named is null ? null : $"node h CROSS JOIN entity f INDEXED BY entity_node ON h.key IN {question.List(named.Ids)} AND f.node = h.id",
            AreFew = named is not null,
            Where = $"f.kind = k.kind AND {Question.Stands("f")} AND {new EntityConditions(question).Of(EntityConditions.ButNamed(request.Filter), "f")}",
            Days = Aggregated.Days(request.Aggregates),
            Rosters = Aggregated.Rosters(request.Aggregates, question),
        };
        return Plan.Of(source, new Orders(question).OfEntities(request.Sort), request.Page, request.WantsTotal, question);
    }

    /// <summary>The plan by a kept count, the largest first; null where it is not asked for so.</summary>
    private static Plan? Counted(Question question, FindRequest request)
    {
        if (request.Sort is not [{ By: SortBy.RelationCount, Descending: true, Relation: { } relation }] || question.Side(relation) is not { } side) return null;
        if (request.WantsTotal || request.Aggregates != AggregateParts.None || request.Page is not { FromEnd: false, Before: null, Limit: > 0 and < int.MaxValue }) return null;
        var condition = $"c.type = {question.Type(relation)} AND c.side = {side}";
        var source = Source(request) with
        {
            Table = "entity f",
            Choice = "relation_count c INDEXED BY relation_count_order CROSS JOIN entity f ON f.node = c.node",
            Where = $"{condition} AND c.kind = k.kind AND {Question.Stands("f")} AND {new EntityConditions(question).Of(request.Filter, "f")}",
            RowJoins = $" CROSS JOIN relation_count c ON {condition} AND c.node = f.node",
        };
        return Plan.Of(source, new Order([OrderTerm.Present("c.fars", true)], "c.key", IdIsClaim: false), request.Page, wantsTotals: false, question);
    }

    private static Source Source(FindRequest request) => new()
    {
        Anchors = Kinds,
        Table = "",
        Where = "",
        Columns = EntityColumns.Of("f", request.Parts),
        Totals = "count(*), 0",
        IsOnePage = true,
    };
}
