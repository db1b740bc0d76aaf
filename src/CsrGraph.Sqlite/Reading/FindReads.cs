using CsrGraph.Sqlite.Compiling;
using CsrGraph.Sqlite.Connections;
using CsrGraph.Store;

namespace CsrGraph.Sqlite.Reading;

/// <summary>Finds entities by what is true of them.</summary>
internal static class FindReads
{
    public static IReadOnlyList<Page<EntityRow>> Read(Connection reader, IReadOnlyList<FindRequest> requests, AsOf asOf)
    {
        var entities = new EntityColumns();
        return [.. requests.Select(r => Read(reader, r, asOf, entities))];
    }

    private static Page<EntityRow> Read(Connection reader, FindRequest request, AsOf asOf, EntityColumns entities)
    {
        var terms = request.Sort.Count;
        var pages = Pages<EntityRow>.Read(reader, Compile(request, asOf), request.Page, request.Kinds, pages: 1, row => new EntityRow(
            entities.Read(row, terms + 2), EntityColumns.Place(row, terms, idIsClaim: false)));
        var (rows, hasNext, hasPrevious, total, _) = pages[0];
        return new Page<EntityRow>(rows, hasNext, hasPrevious, total);
    }

    private static Plan Compile(FindRequest request, AsOf asOf)
    {
        var question = new Question(asOf);
        var source = new Source
        {
            // A kind is an anchor: each is gone through in its index's order, and stopped at the page's end.
            Anchors = $"SELECT 0 AS i, id AS kind FROM term WHERE text IN (SELECT value FROM json_each({Question.Anchors}))",
            Table = "entity f",
            Where = $"f.kind = k.kind AND {Question.Stands("f")} AND {new EntityConditions(question).Of(request.Filter, "f")}",
            Columns = EntityColumns.Of("f"),
            Totals = "count(*), 0",
            IsOnePage = true,
        };
        return Plan.Of(source, new Orders(question).OfEntities(request.Sort), request.Page, request.WantsTotal, question);
    }
}
