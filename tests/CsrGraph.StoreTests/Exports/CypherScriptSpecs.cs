using CsrGraph.Neo4j.Wire;
using CsrGraph.Store;
using CsrGraph.StoreTests.Harness;
using Xunit;

namespace CsrGraph.StoreTests.Exports;

public sealed class CypherScriptSpecs
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Neo4j_runs_the_script_and_a_second_time_changes_nothing()
    {
        Assert.SkipWhen(Neo4jDatabase.Missing is not null, Neo4jDatabase.Missing ?? "");

        // The store has the database's turn for as long as it is open.
        await using var graph = await ExportedGraph.OfSeedsAsync(TestedStores.Neo4j);
        var script = await File.ReadAllTextAsync(await graph.WriteAsync("cypher"), Cancellation);
        var sum = await StoreChecksum.OfAsync(graph.Store, 1, Cancellation);
        await using var client = new Neo4jClient(Neo4jDatabase.Options!);
        await client.DiscoverAsync(Cancellation);
        try
        {
            await RunAsync(client, script);
            var once = await CountsAsync(client);
            await RunAsync(client, script);

            Assert.Equal(once, await CountsAsync(client));
            var relations = (await graph.Store.CountAsync([new CountRequest.Standing(CountOf.RelationsByType)], new AsOf(1), Cancellation))[0].Rows;
            Assert.Equal(sum.Entities + sum.Claims - relations.Sum(r => r.Number), once["nodes"]);
            Assert.All(relations, r => Assert.Equal(r.Number, once[r.Key[0]!]));
        }
        finally
        {
            await client.WriteRowsAsync(new Cypher("MATCH (n:Exported) DETACH DELETE n RETURN count(*)"), Cancellation);
            await client.WriteRowsAsync(new Cypher("DROP CONSTRAINT exported_id IF EXISTS"), Cancellation);
        }
    }

    [Fact]
    public async Task The_script_says_in_its_head_what_it_shows()
    {
        await using var graph = await ExportedGraph.OfSeedsAsync(TestedStores.InMemory);

        var lines = await File.ReadAllLinesAsync(await graph.WriteAsync("cypher"), Cancellation);

        var head = lines.TakeWhile(l => l.StartsWith("// ", StringComparison.Ordinal)).ToList();
        Assert.Contains(head, l => l.Contains("head 1, knownAt 2025-01-01T08:00:00Z", StringComparison.Ordinal));
        Assert.Contains(head, l => l.Contains("are partial", StringComparison.Ordinal));
        Assert.Contains(head, l => l.Contains("licence of", StringComparison.Ordinal));
    }

    private static async Task RunAsync(Neo4jClient client, string script)
    {
        foreach (var statement in script.Split(";\n", StringSplitOptions.RemoveEmptyEntries)) await client.WriteRowsAsync(new Cypher(statement), Cancellation);
    }

    private static async Task<Dictionary<string, long>> CountsAsync(Neo4jClient client)
    {
        var rows = await client.WriteRowsAsync(
            new Cypher("MATCH (n:Exported) RETURN 'nodes' AS what, count(*) AS number UNION ALL MATCH (:Exported)-[r]->(:Exported) RETURN type(r) AS what, count(*) AS number"), Cancellation);
        return rows.ToDictionary(r => r[0].GetString()!, r => r[1].GetInt64());
    }
}
