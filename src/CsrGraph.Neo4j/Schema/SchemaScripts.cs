using System.Text.Json;
using CsrGraph.Neo4j.Wire;

namespace CsrGraph.Neo4j.Schema;

/// <summary>Applies the statements of <c>cypher/schema</c> that a database has not had yet, in their order, and records them.</summary>
internal static class SchemaScripts
{
    private const string Recorded = "OPTIONAL MATCH (s:CsrGraph {id: 'store'}) RETURN coalesce(s.schema, [])";

    private const string Record = "MATCH (s:CsrGraph {id: 'store'}) SET s.schema = $names";

    // Before a new index is there, answers would be right and slow.
    private const string Await = "CALL db.awaitIndexes(300)";

    public static async Task ApplyAsync(Neo4jClient client, CancellationToken cancellation)
    {
        var applied = await client.ReadAsync(
            new Cypher(Recorded), () => new HashSet<string>(StringComparer.Ordinal), (ref Utf8JsonReader row, HashSet<string> names) => Names(ref row, names), cancellation);
        var scripts = Queries.Schema();
        var missing = scripts.Where(s => !applied.Contains(s.Name)).ToList();
        if (missing.Count == 0) return;
        foreach (var (_, text) in missing) await client.RunAsync(new Cypher(text), AccessMode.Write, null, cancellation);
        await client.RunAsync(new Cypher(Await), AccessMode.Write, null, cancellation);
        await client.RunAsync(new Cypher(Record, Write), AccessMode.Write, null, cancellation);

        void Write(Utf8JsonWriter json)
        {
            json.WriteStartArray("names");
            foreach (var (name, _) in scripts) json.WriteStringValue(name);
            json.WriteEndArray();
        }
    }

    private static void Names(ref Utf8JsonReader row, HashSet<string> names)
    {
        while (row.Read())
        {
            if (row.TokenType == JsonTokenType.String) names.Add(row.GetString()!);
        }
    }
}
