using System.Text.Json;

namespace CsrGraph.Neo4j.Wire;

/// <summary>Rows as values that outlive the answer, for statements whose rows are few.</summary>
internal static class Rows
{
    /// <summary>Runs a read and keeps its rows.</summary>
    public static Task<List<JsonElement>> RowsAsync(this Neo4jClient client, Cypher cypher, CancellationToken cancellation) =>
        client.ReadAsync(cypher, () => new List<JsonElement>(), Keep, cancellation);

    /// <summary>Runs a write and keeps its rows.</summary>
    public static async Task<List<JsonElement>> WriteRowsAsync(this Neo4jClient client, Cypher cypher, CancellationToken cancellation)
    {
        var rows = new List<JsonElement>();
        await client.RunAsync(cypher, AccessMode.Write, (ref Utf8JsonReader row) => Keep(ref row, rows), cancellation);
        return rows;
    }

    private static void Keep(ref Utf8JsonReader row, List<JsonElement> rows) => rows.Add(JsonElement.ParseValue(ref row));
}
