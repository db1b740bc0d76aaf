using System.Text.Json;
using CsrGraph.Sqlite.Compiling;
using CsrGraph.Sqlite.Connections;
using CsrGraph.Store;
using CsrGraph.Text;

namespace CsrGraph.Sqlite.Reading;

/// <summary>Finds entities by their names, ranked in SQL so that a page is all that is read of them.</summary>
internal static class SearchReads
{
    /// <summary>A text that leads to so many names is common.</summary>
    private const long Common = 400;

    public static IReadOnlyList<Page<SearchRow>> Read(Connection reader, IReadOnlyList<SearchRequest> requests, AsOf asOf)
    {
        var entities = new EntityColumns(reader);
        return [.. requests.Select(r => Read(reader, r, asOf, entities))];
    }

    private static Page<SearchRow> Read(Connection reader, SearchRequest request, AsOf asOf, EntityColumns entities)
    {
        var folded = Folding.Fold(request.Text);
        if (folded.Length == 0) return Nothing(request);
        var question = new Question(asOf, isHead: false);
        question.Value(folded);
        question.Value(SearchText.Beginning(folded));
        question.Value(SearchText.Within(folded));
        question.Value(NameKeys.OfPinyin(folded));
        question.Value(NameKeys.OfInitials(folded));
        question.Value(JsonSerializer.Serialize(request.Kinds));
        var plan = new SearchPlan(request, question, [.. Sources(reader, question, folded)]).Compile(EntityColumns.Of("e"));
        var terms = SearchPlan.Ranking.Terms.Count;
        var pages = Pages<SearchRow>.Read(reader, plan, request.Page, [], pages: 1, (request.WantsTotal, request.Aggregates), row => new SearchRow(
            entities.Read(row, terms + 2),
            row.Text(terms + 2 + EntityColumns.Count),
            (SearchReason)row.Long(1),
            EntityColumns.Place(row, terms, idIsClaim: false)));
        var (rows, hasNext, hasPrevious, total, _, aggregate) = pages[0];
        return new Page<SearchRow>(rows, hasNext, hasPrevious, total, aggregate);
    }

    private static Page<SearchRow> Nothing(SearchRequest request) => new(
        [], false, false, request.WantsTotal ? 0 : null, request.Aggregates == AggregateParts.None ? null : new Aggregate());

    private static IEnumerable<SearchSource> Sources(Connection reader, Question question, string folded)
    {
        var size = reader[Sql.Query("search-size")];
        for (var i = 5; i <= 8; i++) size.Bind(i, question.Values[i - 1]);
        size.Bind(9, Common);
        var found = new List<(long Count, long Shortest)>();
        while (size.Step()) found.Add((size.Long(0), size.Long(1) >> 32));

        yield return new SearchSource(null, "SELECT row FROM name WHERE folded = ?4", "", "", false);
        if (found[0].Count > 0) yield return Indexed(2, 5, "instr(n.folded, ?4) = 1 AND n.folded <> ?4", found[0], question);
        if (found[1].Count > 0) yield return Indexed(3, 6, "instr(n.folded, ?4) > 1", found[1], question);
        if (!SearchText.IsIndexed(folded))
        {
            var holds = $"n.letters = 1 AND n.length > {question.Value((long)folded.Length)} AND instr(n.folded, ?4) > 1";
            yield return new SearchSource(3, $"SELECT n.row FROM name n INDEXED BY name_letters WHERE {holds}", "name_letters", holds, IsCommon: true);
        }

        if (found[2].Count > 0) yield return Indexed(4, 7, "instr(n.pinyin, char(31) || ?4) > 0", found[2], question);
        if (found[3].Count > 0) yield return Indexed(5, 8, "instr(n.initials, char(31) || ?4) > 0", found[3], question);
    }

    /// <summary>What the full-text index finds by the query in a parameter, or what has it among all names from the shortest of those on.</summary>
    private static SearchSource Indexed(int reason, int parameter, string holds, (long Count, long Shortest) found, Question question) => new(
        reason,
        $"SELECT n.row FROM name_words w CROSS JOIN name n ON n.row = w.rowid WHERE name_words MATCH ?{parameter} AND {holds}",
        "name_rank",
        $"n.length >= {question.Value(found.Shortest)} AND {holds}",
        found.Count == Common);
}
