using System.Text.Json;
using CsrGraph.Neo4j.Wire;
using CsrGraph.Neo4j.Writing;
using CsrGraph.Store;

namespace CsrGraph.Neo4j.Reading;

/// <summary>Reads change-sets and what is kept with them.</summary>
internal static class ChangeSetReads
{
    private const string Some = """
        MATCH (s:CsrGraph {id: 'store'})
        MATCH (c:CsrGraph:ChangeSet)
        WHERE c.number <= s.head AND ($number IS NULL OR c.number = $number) AND ($upTo IS NULL OR c.number <= $upTo) AND ($at IS NULL OR c.at <= $at)
        RETURN c.number, c.at, c.author, c.message, c.sourceHash, c.added, c.retracted ORDER BY c.number DESC LIMIT $limit
        """;

    private const string Newest = """
        MATCH (s:CsrGraph {id: 'store'})
        MATCH (c:CsrGraph {id: 'changeset:' + toString(s.head)})
        RETURN c.number, c.at, c.author, c.message, c.sourceHash, c.added, c.retracted
        """;

    private const string Kept = """
        MATCH (s:CsrGraph {id: 'store'})
        MATCH (c:CsrGraph {id: 'changeset:' + toString(CASE WHEN $number > s.head THEN s.head ELSE $number END)})
        RETURN c.counts
        """;

    public static async Task<IReadOnlyList<ChangeSet>> ReadAsync(Neo4jClient client, ChangeSetRequest request, CancellationToken cancellation)
    {
        var isNewest = request is { Limit: 1, Number: null, UpTo: null, At: null };
        var rows = await client.RowsAsync(isNewest ? new Cypher(Newest) : new Cypher(Some, json => Write(json, request)), cancellation);
        return [.. rows.Select(Read)];
    }

    /// <summary>How many of each sort stand after a change-set; of one beyond the head, after the head.</summary>
    public static async Task<StandingCounts> CountsAsync(Neo4jClient client, long number, CancellationToken cancellation)
    {
        var rows = await client.RowsAsync(new Cypher(Kept, json => json.WriteNumber("number", number)), cancellation);
        return StandingCounts.Parse(rows is [var row] ? row[0].GetString() : null);
    }

    private static void Write(Utf8JsonWriter json, ChangeSetRequest request)
    {
        json.WritePropertyName("number");
        json.Value(request.Number);
        json.WritePropertyName("upTo");
        json.Value(request.UpTo);
        json.WritePropertyName("at");
        json.Value(request.At?.UtcTicks);
        json.WriteNumber("limit", request.Limit);
    }

    private static ChangeSet Read(JsonElement row) => new(
        row[0].GetInt64(), new DateTimeOffset(row[1].GetInt64(), TimeSpan.Zero), row[2].GetString()!, row[3].GetString()!, row[4].GetString(),
        row[5].GetInt64(), row[6].GetInt64());
}
