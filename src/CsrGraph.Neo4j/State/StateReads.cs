using System.Text.Json;
using CsrGraph.Neo4j.Wire;
using CsrGraph.Store;

namespace CsrGraph.Neo4j.State;

/// <summary>Reads the state of the store.</summary>
internal static class StateReads
{
    private const string Text = $"MATCH (s:CsrGraph {{id: 'store'}}) RETURN {StoreState.Columns}";

    /// <exception cref="StoreUnavailableException">There is none: the database was emptied behind our back.</exception>
    public static async Task<StoreState> ReadAsync(Neo4jClient client, CancellationToken cancellation)
    {
        var rows = await client.RowsAsync(new Cypher(Text), cancellation);
        return rows is [var row] ? Of(row, 0) : throw new StoreUnavailableException("the database holds no store any more: start again to make one");
    }

    /// <summary>Reads a state from a row's columns.</summary>
    public static StoreState Of(JsonElement row, int column) => new(row[column].GetInt64(), row[column + 1].GetInt64(), row[column + 2].GetInt64());
}
