using System.Text.Json;
using CsrGraph.Neo4j.Wire;
using Xunit;

namespace CsrGraph.Tests.Neo4j.Harness;

/// <summary>Asks a client as the store does.</summary>
internal static class Asking
{
    public static Cypher Question { get; } = new("RETURN 1 AS a");

    public static Cypher Change { get; } = new("CREATE (n)");

    public static Task<List<long>> NumbersAsync(this Neo4jClient client, CancellationToken? cancellation = null) =>
        client.ReadAsync(Question, () => new List<long>(), Number, cancellation ?? TestContext.Current.CancellationToken);

    public static Task<ResultSummary> WriteAsync(this Neo4jClient client, CancellationToken? cancellation = null) =>
        client.RunAsync(Change, AccessMode.Write, null, cancellation ?? TestContext.Current.CancellationToken);

    public static void Number(ref Utf8JsonReader row, List<long> numbers)
    {
        row.Read();
        numbers.Add(row.GetInt64());
    }
}
