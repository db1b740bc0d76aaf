using System.Text.Json;
using CsrGraph.Neo4j.Wire;

namespace CsrGraph.Neo4j.Writing;

/// <summary>Statements that do some of the work each time, until nothing is left; each says what is to be, so that one more does no harm.</summary>
internal sealed class Repeated(Fence fence, long number)
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

    /// <summary>Reads by ids, some at a time; the first column is the id.</summary>
    public async IAsyncEnumerable<List<JsonElement>> PagesAsync(
        string statement, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        var after = "";
        while (await fence.AskAsync(new Cypher(Queries.Named(statement), json => Write(json, after)), cancellation) is { Count: > 0 } rows)
        {
            yield return rows;
            after = rows[^1][0].GetString()!;
        }
    }

    /// <summary>Runs a statement once.</summary>
    public Task<List<JsonElement>> RunAsync(string statement, string? after, CancellationToken cancellation) =>
        fence.RunRepeatableAsync(statement, json => Write(json, after ?? ""), cancellation);

    private void Write(Utf8JsonWriter json, string after)
    {
        json.WriteNumber("number", number);
        json.WriteNumber("limit", Limit);
        json.WriteString("after", after);
    }
}
