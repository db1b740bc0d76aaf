using System.Text.Json;
using CsrGraph.Sqlite.Compiling;
using CsrGraph.Sqlite.Connections;
using CsrGraph.Store;
using CsrGraph.Text;

namespace CsrGraph.Sqlite.Reading;

/// <summary>Finds entities by their names, ranked in SQL so that a page is all that is read of them.</summary>
internal static class SearchReads
{
    private static readonly OrderTerm[] Terms = [OrderTerm.Present("f.reason", false), OrderTerm.Present("f.length", false)];
    private static readonly Order Ranking = new(Terms, "f.key", IdIsClaim: false);

    public static IReadOnlyList<Page<SearchRow>> Read(Connection reader, IReadOnlyList<SearchRequest> requests, AsOf asOf)
    {
        var entities = new EntityColumns();
        return [.. requests.Select(r => Read(reader, r, asOf, entities))];
    }

    private static Page<SearchRow> Read(Connection reader, SearchRequest request, AsOf asOf, EntityColumns entities)
    {
        var folded = Folding.Fold(request.Text);
        if (folded.Length == 0) return new Page<SearchRow>([], false, false, request.WantsTotal ? 0 : null);
        var words = SearchText.Words(folded);
        var question = new Question(asOf);
        question.Value(folded);
        question.Value(folded + "\U0010FFFF");
        question.Value(words ?? "\"\"");
        question.Value(words is null ? 1L : 0L);
        question.Value(JsonSerializer.Serialize(request.Kinds));
        var pages = Pages<SearchRow>.Read(reader, Compile(request, question), request.Page, [], pages: 1, row => new SearchRow(
            entities.Read(row, Terms.Length + 2),
            row.Text(Terms.Length + 2 + EntityColumns.Count),
            (SearchReason)row.Long(1),
            EntityColumns.Place(row, Terms.Length, idIsClaim: false)));
        var (rows, hasNext, hasPrevious, total, _) = pages[0];
        return new Page<SearchRow>(rows, hasNext, hasPrevious, total);
    }

    private static Plan Compile(SearchRequest request, Question question)
    {
        var hits = Sql.Query("search");
        var (after, before) = (request.Page.After, request.Page.Before);
        var isAfter = after is null ? "1" : Ranking.Beyond(after, true, question);
        var isBefore = before is null ? "1" : Ranking.Beyond(before, false, question);
        var order = Ranking.By(request.Page.FromEnd);
        var rows = $"{hits}, p AS (SELECT * FROM f WHERE {isAfter} AND {isBefore} ORDER BY {order} LIMIT {question.Value((long)request.Page.Limit + 1)}) "
            + $"SELECT 0, {Ranking.Columns}, {EntityColumns.Of("e")}, f.name FROM p AS f CROSS JOIN entity e ON e.row = f.entity ORDER BY {order}";
        var totals = request.WantsTotal ? $"{hits} SELECT 0, count(*), 0 FROM f" : null;
        var edges = after is null && before is null
            ? null
            : $"{hits} SELECT 0, EXISTS (SELECT 1 FROM f WHERE NOT {isAfter}), EXISTS (SELECT 1 FROM f WHERE NOT {isBefore})";
        return new Plan(rows, totals, edges, question.Values);
    }
}
