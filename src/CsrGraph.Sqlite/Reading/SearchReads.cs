using System.Text.Json;
using CsrGraph.Sqlite.Compiling;
using CsrGraph.Sqlite.Connections;
using CsrGraph.Store;
using CsrGraph.Text;

namespace CsrGraph.Sqlite.Reading;

/// <summary>Finds entities by their names, ranked in SQL so that a page is all that is read of them.</summary>
internal static class SearchReads
{
    public static IReadOnlyList<Page<SearchRow>> Read(Connection reader, IReadOnlyList<SearchRequest> requests, AsOf asOf)
    {
        var entities = new EntityColumns(reader);
        return [.. requests.Select(r => Read(reader, r, asOf, entities))];
    }

    private static Page<SearchRow> Read(Connection reader, SearchRequest request, AsOf asOf, EntityColumns entities)
    {
        var folded = Folding.Fold(request.Text);
        if (folded.Length == 0) return Nothing(request);
        return (Enough(request) is { } enough ? Read(reader, request, asOf, entities, folded, enough) : null)
            ?? Read(reader, request, asOf, entities, folded, null)!;
    }

    /// <summary>
    /// So many names of one sort are likely to fill a page that begins at the beginning: some were retracted, or are not their entity's best. Null where
    /// all hits are needed.
    /// </summary>
    private static long? Enough(SearchRequest request) =>
        request is { WantsTotal: false, Aggregates: AggregateParts.None, Page: { Limit: > 0 and < 200, After: null, Before: null, FromEnd: false } page }
            ? page.Limit + (page.Limit / 2) + 5
            : null;

    /// <summary>The page; null where enough names were not enough.</summary>
    private static Page<SearchRow>? Read(Connection reader, SearchRequest request, AsOf asOf, EntityColumns entities, string folded, long? enough)
    {
        var question = new Question(asOf, isHead: false);
        question.Value(folded);
        question.Value(JsonSerializer.Serialize(request.Kinds));
        var found = new SearchedNames(reader, question, folded, enough);
        var plan = new SearchPlan(request, question, question.Value(found.Rows), found.Sources).Compile(EntityColumns.Of("e"));
        var terms = SearchPlan.Ranking.Terms.Count;
        var pages = Pages<SearchRow>.Read(reader, plan, request.Page, [], pages: 1, (request.WantsTotal, request.Aggregates), row => new SearchRow(
            entities.Read(row, terms + 2),
            row.Text(terms + 2 + EntityColumns.Count),
            (SearchReason)row.Long(1),
            EntityColumns.Place(row, terms, idIsClaim: false)));
        var (rows, hasNext, hasPrevious, total, _, aggregate) = pages[0];
        return found.Until is { } until && !(hasNext && IsUpTo(rows[^1].Position, until))
            ? null
            : new Page<SearchRow>(rows, hasNext, hasPrevious, total, aggregate);
    }

    private static bool IsUpTo(Position place, Position until)
    {
        var ((reason, length), (lastReason, lastLength)) = (Rank(place), Rank(until));
        return (reason, length) == (lastReason, lastLength)
            ? string.CompareOrdinal(place.Id, until.Id) <= 0
            : reason < lastReason || (reason == lastReason && length < lastLength);
    }

    private static (long Reason, long Length) Rank(Position place) => ((long)place.Values[0]!, (long)place.Values[1]!);

    private static Page<SearchRow> Nothing(SearchRequest request) => new(
        [], false, false, request.WantsTotal ? 0 : null, request.Aggregates == AggregateParts.None ? null : new Aggregate());
}
