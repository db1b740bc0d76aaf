using System.Text.Json;
using CsrGraph.Neo4j.Wire;

namespace CsrGraph.Neo4j.Writing;

/// <summary>Statements that do some of the work each time, until nothing is left; each says what is to be, so that one more does no harm.</summary>
internal sealed class Repeated(Neo4jClient client, long number, long lease)
{
    /// <summary>How many rows a transaction changes at most.</summary>
    private const int Limit = 1_000;

    /// <summary>Runs a statement until it says that it has done nothing.</summary>
    public async Task ToTheEndAsync(string statement, CancellationToken cancellation)
    {
        while ((await RunAsync(statement, null, cancellation))[0][0].GetInt64() > 0)
        {
        }
    }

    /// <summary>Runs a statement over the ids after the last one, until there are none.</summary>
    public async Task ByIdAsync(string statement, CancellationToken cancellation)
    {
        var after = "";
        while ((await RunAsync(statement, after, cancellation))[0] is var row && row[0].GetInt64() > 0) after = row[1].GetString()!;
    }

    /// <summary>Reads by ids, some at a time; the first column is the id.</summary>
    public async IAsyncEnumerable<List<JsonElement>> PagesAsync(
        string statement, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        var after = "";
        while (await client.RowsAsync(new Cypher(Queries.Named(statement), json => Write(json, after)), cancellation) is { Count: > 0 } rows)
        {
            yield return rows;
            after = rows[^1][0].GetString()!;
        }
    }

    /// <summary>Runs a statement once.</summary>
    public async Task<List<JsonElement>> RunAsync(string statement, string? after, CancellationToken cancellation)
    {
        while (true)
        {
            try
            {
                return await client.WriteRowsAsync(new Cypher(Queries.Named(statement), json => Write(json, after ?? "")), cancellation);
            }
            catch (CommitUnknownException) when (!cancellation.IsCancellationRequested)
            {
                // Done or not, it is done again.
            }
        }
    }

    private void Write(Utf8JsonWriter json, string after)
    {
        json.WriteNumber("number", number);
        json.WriteNumber("lease", lease);
        json.WriteNumber("limit", Limit);
        json.WriteString("after", after);
    }
}
