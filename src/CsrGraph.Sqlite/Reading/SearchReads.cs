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

    private const int LongestSyllable = 6;

    public static IReadOnlyList<Page<SearchRow>> Read(Connection reader, IReadOnlyList<SearchRequest> requests, AsOf asOf)
    {
        var entities = new EntityColumns(reader);
        return [.. requests.Select(r => Read(reader, r, asOf, entities))];
    }

    private static Page<SearchRow> Read(Connection reader, SearchRequest request, AsOf asOf, EntityColumns entities)
    {
        var folded = Folding.Fold(request.Text);
        if (folded.Length == 0) return new Page<SearchRow>([], false, false, request.WantsTotal ? 0 : null);
        var question = new Question(asOf, isHead: false);
        question.Value(folded);
        question.Value(folded + "\U0010FFFF");
        question.Value(SearchText.Words(folded) ?? "\"\"");
        question.Value(JsonSerializer.Serialize(request.Kinds));
        var plan = new SearchPlan(request, question, Sources(reader, question, folded)).Compile(EntityColumns.Of("e"));
        var terms = SearchPlan.Ranking.Terms.Count;
        var pages = Pages<SearchRow>.Read(reader, plan, request.Page, [], pages: 1, row => new SearchRow(
            entities.Read(row, terms + 2),
            row.Text(terms + 2 + EntityColumns.Count),
            (SearchReason)row.Long(1),
            EntityColumns.Place(row, terms, idIsClaim: false)));
        var (rows, hasNext, hasPrevious, total, _) = pages[0];
        return new Page<SearchRow>(rows, hasNext, hasPrevious, total);
    }

    private static SearchSource[] Sources(Connection reader, Question question, string folded)
    {
        var size = reader[Sql.Query("search-size")];
        for (var i = 3; i < 6; i++) size.Bind(i + 1, question.Values[i]);
        size.Bind(7, Common).Step();
        var (beginning, holding, reading, shortest) = (size.Long(0), size.Long(1), size.Long(2), size.Long(3));
        size.Reset();

        // The lengths are numbers of ours: as part of the text they would make every text another.
        var longer = question.Value((long)folded.Length + 1);
        var shortestHolding = question.Value(Math.Max(shortest, folded.Length + 1));
        var shortestRead = question.Value((long)folded.Length / LongestSyllable);
        var within = SearchText.Words(folded) is null
            ? new SearchSource(
                3, $"SELECT n.row FROM name n INDEXED BY name_letters WHERE {Letters(longer)}", "name_letters", Letters(longer), IsCommon: true)
            : new SearchSource(
                3,
                "SELECT n.row FROM name_words w CROSS JOIN name n ON n.row = w.rowid WHERE name_words MATCH ?6 AND instr(n.folded, ?4) > 1",
                "name_rank",
                $"n.length >= {shortestHolding} AND instr(n.folded, ?4) > 1",
                holding == Common);
        return
        [
            new SearchSource(null, "SELECT row FROM name WHERE folded = ?4", "", "", false),
            new SearchSource(
                2, "SELECT row FROM name WHERE folded > ?4 AND folded < ?5", "name_rank", $"n.length >= {longer} AND instr(n.folded, ?4) = 1", beginning == Common),
            within,
            Reading(4, "pinyin", shortestRead, reading == Common),
            Reading(5, "initials", longer + " - 1", reading == Common),
        ];
    }

    private static string Letters(string longer) => $"n.letters = 1 AND n.length >= {longer} AND instr(n.folded, ?4) > 1";

    private static SearchSource Reading(int reason, string column, string shortest, bool isCommon) => new(
        reason,
        $"SELECT name FROM reading WHERE text >= ?4 AND text < ?5 AND kind = {reason}",
        "name_rank",
        $"n.length >= {shortest} AND instr(n.{column}, char(31) || ?4) > 0",
        isCommon);
}
