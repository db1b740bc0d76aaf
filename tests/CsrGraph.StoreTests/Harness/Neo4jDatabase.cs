using CsrGraph.Neo4j;
using CsrGraph.Neo4j.Wire;
using CsrGraph.Store;
using Xunit;

namespace CsrGraph.StoreTests.Harness;

/// <summary>
/// The database that NEO4J_URI names. Community Edition has one, so its tests run one after the other, and each begins by removing what is ours.
/// </summary>
internal static class Neo4jDatabase
{
    private const string Clear = "MATCH (n:CsrGraph) WHERE NOT n:Store WITH n LIMIT 5000 DETACH DELETE n RETURN count(*)";

    private const string Reset =
        "MATCH (s:CsrGraph {id: 'store'}) SET s = {id: 'store', head: 0, settled: 0, epoch: 0, lease: s.lease, schema: s.schema}";

    private static readonly SemaphoreSlim Turn = new(1, 1);

    /// <summary>Where it is; null where the environment names none.</summary>
    public static Neo4jOptions? Options { get; } = Environment.GetEnvironmentVariable("NEO4J_URI") is { Length: > 0 } address
        ? new Neo4jOptions(new Uri(address))
        {
            Username = Environment.GetEnvironmentVariable("NEO4J_USERNAME") ?? "neo4j",
            Password = Environment.GetEnvironmentVariable("NEO4J_PASSWORD"),
            // Such questions as the made ones take long to plan, the longer the busier the machine is; a test that waits says so by its own deadline.
            CommandDeadline = TimeSpan.FromMinutes(5),
            StatementCost = 0,
            LeastApart = 0,
            Database = Environment.GetEnvironmentVariable("NEO4J_DATABASE") ?? "neo4j",
        }
        : null;

    /// <summary>Why a test of it is skipped; null where it is not.</summary>
    public static string? Missing => Options is null && Environment.GetEnvironmentVariable("CSRGRAPH_NO_SKIPS") != "1" ? "NEO4J_URI names no Neo4j" : null;

    /// <summary>Opens it, empty, once no other test has it; it is free again when it is disposed of.</summary>
    public static async Task<IGraphStore> OpenEmptyAsync(CancellationToken cancellation)
    {
        Assert.True(Options is not null, "NEO4J_URI names no Neo4j");
        await Turn.WaitAsync(cancellation);
        try
        {
            var store = await Neo4jGraphStore.OpenAsync(Options, cancellation);
            await EmptyAsync(cancellation);
            return new InTurn(store, Turn);
        }
        catch
        {
            Turn.Release();
            throw;
        }
    }

    /// <summary>
    /// Lets go of the plans that Neo4j keeps. They are a thousand, whatever their size: those of as many large questions fill a small server's memory,
    /// and it then does little but collect garbage.
    /// </summary>
    public static async Task ForgetPlansAsync(CancellationToken cancellation)
    {
        await using var client = new Neo4jClient(Options!);
        await client.DiscoverAsync(cancellation);
        await client.RunAsync(new Cypher("CALL db.clearQueryCaches()"), AccessMode.Write, null, cancellation);
    }

    /// <summary>Removes what is ours, and nothing else.</summary>
    public static async Task EmptyAsync(CancellationToken cancellation)
    {
        await using var client = new Neo4jClient(Options!);
        await client.DiscoverAsync(cancellation);
        while ((await client.WriteRowsAsync(new Cypher(Clear), cancellation))[0][0].GetInt64() > 0)
        {
        }

        await client.RunAsync(new Cypher(Reset), AccessMode.Write, null, cancellation);
    }
}
