using System.Text.Json;
using CsrGraph.Store;

namespace CsrGraph.Neo4j.Reading;

/// <summary>The rows of a page, and what is said beside them.</summary>
internal readonly record struct PageCut<T>(List<T> Rows, bool HasNext, bool HasPrevious, long? Total, long? Edges, Aggregate? Aggregate);

/// <summary>Reads a row's place in its order, and the page that rows are cut to.</summary>
internal static class Places
{
    /// <summary>The page of an anchor that is not known.</summary>
    public static Page<T> Nothing<T>(bool wantsTotals, AggregateParts aggregates) =>
        new([], false, false, wantsTotals ? 0 : null, aggregates == AggregateParts.None ? null : new Aggregate());

    /// <summary>The place from the next columns of a row: the terms' values, then the id.</summary>
    public static Position Read(ref Utf8JsonReader row, IReadOnlyList<SortTerm> terms)
    {
        var values = new object?[terms.Count];
        for (var i = 0; i < values.Length; i++)
        {
            row.Read();
            values[i] = row.TokenType switch
            {
                JsonTokenType.Null => null,
                JsonTokenType.String => Convert.FromHexString(row.GetString()!),
                _ => row.GetInt64(),
            };
        }

        return new Position(values, row.NextText()!);
    }

    /// <summary>Cuts an answer of <see cref="Compiling.PageText"/> to the page asked for.</summary>
    public static PageCut<T> Cut<T>(
        ref Utf8JsonReader answer, PageRequest page, bool wantsTotals, RowReading<T> read, AggregateParts aggregates = AggregateParts.None)
    {
        var (rows, isShort) = (new List<T>(), false);
        answer.Read();
        while (answer.Read() && answer.TokenType != JsonTokenType.EndArray)
        {
            isShort = rows.Count == page.Limit;
            if (isShort) answer.TrySkip();
            else rows.Add(read(ref answer));
        }

        if (page.FromEnd) rows.Reverse();
        var (total, edges) = (answer.NextNumber(), answer.NextNumber());
        var (before, beyond) = (answer.NextFlag(), answer.NextFlag());
        var aggregate = aggregates == AggregateParts.None ? null : ReadAggregate(ref answer);
        answer.End();
        return new PageCut<T>(
            rows, beyond || (isShort && !page.FromEnd), before || (isShort && page.FromEnd), wantsTotals ? total : null, wantsTotals ? edges : null, aggregate);
    }

    private static Aggregate ReadAggregate(ref Utf8JsonReader answer) =>
        new(answer.NextDay(), answer.NextDay(), answer.NextNumber(), answer.NextNumber(), answer.NextNumber());
}
