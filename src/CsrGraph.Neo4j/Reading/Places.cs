using System.Text.Json;
using CsrGraph.Store;

namespace CsrGraph.Neo4j.Reading;

/// <summary>Reads a row's place in its order, and the page that rows are cut to.</summary>
internal static class Places
{
    /// <summary>The place from a row's first columns: the terms' values, then the id.</summary>
    public static Position Read(JsonElement row, IReadOnlyList<SortTerm> terms)
    {
        var values = new object?[terms.Count];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = row[i].ValueKind switch
            {
                JsonValueKind.Null => null,
                JsonValueKind.String => Convert.FromHexString(row[i].GetString()!),
                _ => row[i].GetInt64(),
            };
        }

        return new Position(values, row[values.Length].GetString()!);
    }

    /// <summary>Cuts an answer of <see cref="Compiling.PageText"/> to the page asked for.</summary>
    public static (List<T> Rows, bool HasNext, bool HasPrevious, long? Total, long? Edges) Cut<T>(
        JsonElement answer, PageRequest page, bool wantsTotals, Func<JsonElement, T> read)
    {
        var rows = new List<T>(Math.Min(answer[0].GetArrayLength(), page.Limit));
        foreach (var row in answer[0].EnumerateArray())
        {
            if (rows.Count == page.Limit) break;
            rows.Add(read(row));
        }

        var isShort = answer[0].GetArrayLength() > page.Limit;
        if (page.FromEnd) rows.Reverse();
        return (
            rows,
            answer[4].GetBoolean() || (isShort && !page.FromEnd),
            answer[3].GetBoolean() || (isShort && page.FromEnd),
            wantsTotals ? answer[1].GetInt64() : null,
            wantsTotals ? answer[2].GetInt64() : null);
    }
}
