using System.Text.Json;
using CsrGraph.Neo4j.Compiling;
using CsrGraph.Store;
using CsrGraph.Text;

namespace CsrGraph.Neo4j.Reading;

/// <summary>Finds entities by their names, ranked in Neo4j so that a page is all that is read of them.</summary>
internal static class SearchReads
{
    private static readonly OrderTerm[] Terms = [new("reason", "s0", false, false), new("length", "s1", false, false)];
    private static readonly SortTerm[] Ranks = [new(SortBy.Rank), new(SortBy.Rank)];

    public static async Task<IReadOnlyList<Page<SearchRow>>> ReadAsync(
        ConsistentReads reads, IReadOnlyList<SearchRequest> requests, AsOf asOf, CancellationToken cancellation)
    {
        if (requests.Count == 0) return [];
        var pages = new Page<SearchRow>[requests.Count];
        var folded = requests.Select(r => Folding.Fold(r.Text)).ToArray();
        for (var i = 0; i < pages.Length; i++) pages[i] = Places.Nothing<SearchRow>(requests[i].WantsTotal, requests[i].Aggregates);
        var asked = Enumerable.Range(0, requests.Count).Where(i => folded[i].Length > 0).ToList();
        if (asked.Count == 0) return pages;
        await reads.ReadAsync(
            asOf, false, question => asked.Select(i => $"WITH 0 AS i {Compile(requests[i], folded[i], question)}RETURN {i} AS q, i AS i, {PageText.ResultOf(requests[i].Aggregates)} AS r"),
            () => Take, cancellation);
        return pages;

        void Take(int part, int anchor, ref Utf8JsonReader answer)
        {
            var request = requests[part];
            var (rows, hasNext, hasPrevious, total, _, aggregate) = Places.Cut(ref answer, request.Page, request.WantsTotal, ReadRow, request.Aggregates);
            pages[part] = new Page<SearchRow>(rows, hasNext, hasPrevious, total, aggregate);
        }
    }

    private static SearchRow ReadRow(ref Utf8JsonReader row)
    {
        var place = Places.Read(ref row, Ranks);
        var matched = row.NextText()!;
        var entity = EntityColumns.Read(ref row, EntityParts.Record);
        row.End();
        return new SearchRow(entity, matched, (SearchReason)(long)place.Values[0]!, place);
    }

    private static string Compile(SearchRequest request, string folded, Question question)
    {
        var (text, pinyin, initials) = (question.Value(folded), question.Value(NameReadings.PinyinMark + folded), question.Value(NameReadings.InitialsMark + folded));

        // A name comes by the best of its reasons, an entity by the best of its names, the first of equals.
        var clauses = $"CALL (i) {{ MATCH (m:CsrGraph) WHERE m.folded CONTAINS {text} RETURN m, "
            + $"CASE WHEN m.folded = {text} THEN CASE WHEN m.short THEN 1 WHEN m.matchable THEN 0 ELSE 2 END WHEN m.folded STARTS WITH {text} THEN 2 ELSE 3 END AS why "
            + $"UNION ALL MATCH (m:CsrGraph) WHERE m.readings CONTAINS {pinyin} RETURN m, 4 AS why "
            + $"UNION ALL MATCH (m:CsrGraph) WHERE m.readings CONTAINS {initials} RETURN m, 5 AS why }} "
            + $"WITH m, why WHERE m:Name AND {Question.Stands("m")} "
            + "WITH m.entity AS entity, min([why, m.length, m.place, m.text]) AS best "
            + "WITH entity, best[0] AS reason, best[1] AS length, best[3] AS matched "
            + $"MATCH (f:CsrGraph:Entity {{id: entity}}) {question.EntityAt("f", "v")}"
            + $"WITH f, v, reason, length, matched WHERE {ClaimConditions.In(EntityConditions.Kind("v", question), request.Kinds, question)} ";
        var columns = new RowColumns($"matched, {EntityColumns.Of("f", "v", EntityParts.Record, question)}");
        var source = new RowSource("i", clauses, "f, v, reason, length, matched", columns)
        {
            Aggregates = request.Aggregates,
            Rosters = $"{clauses}{RosterText.Of("f", null, question)}",
        };
        return PageText.Clauses(source, new Order(Terms, "f.id"), request.Page, request.WantsTotal, question);
    }
}
