using CsrGraph.Sqlite.Reading;
using CsrGraph.Store;

namespace CsrGraph.Sqlite.Compiling;

/// <summary>
/// Compiles a search. Names that few texts lead to are fetched and ranked. What many names hold is looked for in their order, length then id, until the
/// page is full: the more names hold it, the sooner that is.
/// </summary>
/// <param name="request">What is asked.</param>
/// <param name="question">Its parameters.</param>
/// <param name="names">The parameter of the rows of names, a JSON array.</param>
/// <param name="sources">What leads to more names.</param>
internal sealed class SearchPlan(SearchRequest request, Question question, string names, IReadOnlyList<SearchSource> sources)
{
    private static readonly OrderTerm[] Terms = [OrderTerm.Present("f.reason", false), OrderTerm.Present("f.length", false)];

    /// <summary>By reason, then length, then id.</summary>
    public static Order Ranking { get; } = new(Terms, "f.key", IdIsClaim: false);

    // A search has these parameters beside those of every question: ?4 the folded text, ?5 the kinds as a JSON array.
    private static string Reason(string name) =>
        $"CASE WHEN {name}.folded = ?4 THEN CASE WHEN {name}.short = 1 THEN 1 WHEN {name}.matchable = 1 THEN 0 ELSE 2 END "
        + $"WHEN instr({name}.folded, ?4) = 1 THEN 2 WHEN instr({name}.folded, ?4) > 1 THEN 3 "
        + $"WHEN instr({name}.pinyin, char(31) || ?4) > 0 THEN 4 WHEN instr({name}.initials, char(31) || ?4) > 0 THEN 5 END";

    /// <summary>The page, its total and its edges.</summary>
    public Plan Compile(string columns)
    {
        var page = request.Page;
        var isAfter = page.After is null ? "1" : Ranking.Beyond(page.After, true, question);
        var isBefore = page.Before is null ? "1" : Ranking.Beyond(page.Before, false, question);
        var order = Ranking.By(page.FromEnd);
        var limit = question.Value((long)page.Limit + 1);
        var isForward = !page.FromEnd && page.Before is null;
        var rows = $"{Hits(isForward ? limit : null, page.After)} SELECT 0, {Ranking.Columns}, {columns}, f.name FROM ("
            + $"SELECT * FROM f WHERE {isAfter} AND {isBefore} ORDER BY {order} LIMIT {limit}) f CROSS JOIN entity e ON e.row = f.entity ORDER BY {order}";
        var hasDays = request.Aggregates.HasFlag(AggregateParts.Days);
        var (days, dated) = hasDays ? (", min(e.first_day), max(e.last_day)", " CROSS JOIN entity e ON e.row = f.entity") : ("", "");
        var totals = request.WantsTotal || hasDays ? $"{Hits(null, null)} SELECT 0, count(*), 0{days} FROM f{dated}" : null;
        var rosters = request.Aggregates.HasFlag(AggregateParts.Rosters)
            ? RosterText.Added(
                ClaimAnchor.None,
                $"k CROSS JOIN ({Hits(null, null)} SELECT entity FROM f) f CROSS JOIN entity e ON e.row = f.entity CROSS JOIN {RosterText.Of("e.node", null, question)}",
                "z",
                question)
            : null;
        var edges = (page.After, page.Before) switch
        {
            (null, null) => null,
            (_, null) => $"{Hits("1", null)} SELECT 0, EXISTS (SELECT 1 FROM f WHERE NOT {isAfter}), 0",
            _ => $"{Hits(null, null)} SELECT 0, EXISTS (SELECT 1 FROM f WHERE NOT {isAfter}), EXISTS (SELECT 1 FROM f WHERE NOT {isBefore})",
        };
        return new Plan(rows, totals, edges, question.Values) { HasDays = hasDays, Rosters = rosters };
    }

    /// <summary>What was found, each entity with its best name; of what is common, the first <paramref name="limit"/> after a place.</summary>
    private string Hits(string? limit, Position? after) =>
        $"WITH hit (name) AS ({string.Join(" UNION ", sources.Select(s => limit is null ? s.Rows : First(s, limit, after)).Prepend(Listed))}), "
        + $"f (entity, reason, length, key, name) AS (SELECT e.row, {Reason("n")}, n.length, e.key, n.text FROM hit CROSS JOIN name n ON n.row = hit.name "
        + $"CROSS JOIN entity e ON e.version = n.version AND {Question.Stands("e")} WHERE {IsWanted})";

    private string Listed => $"SELECT value FROM json_each({names})";

    private string First(SearchSource source, string limit, Position? after)
    {
        var bound = "";
        if (after is not null)
        {
            if ((long)after.Values[0]! > source.Reason) return "SELECT 0 WHERE 0";
            if ((long)after.Values[0]! == source.Reason) bound = $" AND (n.length, n.key) > ({question.Value(after.Values[1])}, {question.Value(after.Id)})";
        }

        return $"SELECT * FROM (SELECT n.row FROM name n INDEXED BY name_rank CROSS JOIN entity e ON e.version = n.version AND {Question.Stands("e")} "
            + $"WHERE {source.Holds} AND {IsWanted}{bound} ORDER BY n.length, n.key, n.place LIMIT {limit})";
    }

    /// <summary>A name <c>n</c> of a kind that is looked among, and the best of its entity's.</summary>
    private static string IsWanted =>
        "n.kind IN (SELECT id FROM term WHERE text IN (SELECT value FROM json_each(?5))) AND NOT EXISTS (SELECT 1 FROM name y WHERE y.version = n.version "
        + $"AND y.row <> n.row AND ({Reason("y")}, y.length, y.place) < ({Reason("n")}, n.length, n.place))";
}
