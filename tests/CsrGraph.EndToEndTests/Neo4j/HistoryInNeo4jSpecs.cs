using Xunit;

namespace CsrGraph.EndToEndTests.Neo4j;

/// <summary>What the history in a file says, the history in a Neo4j says: load, change, load, roll back, show.</summary>
[Collection(EmptyNeo4jDefinition.Name)]
public sealed class HistoryInNeo4jSpecs : IDisposable
{
    private const string Signatories = "{ pledge(id: \"pledge:csr-2018\") { signatories { totalCount nodes { name } } } statistics { claims } }";

    private readonly Csrgraph csrgraph = new();

    public void Dispose() => csrgraph.Dispose();

    [Fact]
    public async Task Loads_and_a_rollback_are_said_shown_and_answered_alike()
    {
        Neo4jServer.Need();
        await Neo4jServer.EmptyAsync();
        var claims = Path.Combine(csrgraph.CopySeeds(), "documents", "csr-forum-2018", "claims.yaml");
        await AlikeAsync("change-set 1: claims +", "load", "--author", "ann", "--message", "first");
        await AlikeAsync("nothing to load: change-set 1", "load", "--author", "ann");
        await WithoutAsync(claims, "- SIGNED: [org:huajiao");
        await AlikeAsync("claims +0 -1", "diff");
        await AlikeAsync("change-set 2: claims +0 -1", "load", "--author", "bob", "--message", "without huajiao");
        await AlikeAsync("\"totalCount\": 11", "query", Signatories);
        await AlikeAsync("would be claims +1 -0", "rollback", "2", "--dry-run");
        await AlikeAsync("change-set 3: claims +1 -0", "rollback", "2", "--author", "ann");
        await AlikeAsync("\"totalCount\": 12", "query", Signatories);
        await AlikeAsync("\"totalCount\": 11", "query", "{ asOf(knownAt: 2) " + Signatories + " }");
        await AlikeAsync("- ", "changes", "2");
        await AlikeAsync("huajiao", "show", "org:huajiao");
        await AlikeAsync("nothing to roll back", "rollback", "2");

        // When they were applied differs by some seconds.
        var history = (await RunAsync("neo4j", "changes")).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(["ann: rollback of change-set 2", "bob: without huajiao", "ann: first"], history.Select(l => l[(l.LastIndexOf("  ", StringComparison.Ordinal) + 2)..]));
        Assert.Contains("no faults", await RunAsync("neo4j", "check"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_running_server_answers_from_a_new_load_within_two_seconds()
    {
        Neo4jServer.Need();
        await Neo4jServer.EmptyAsync();
        csrgraph.CopySeeds();
        await using var serving = await Serving.StartAsync(csrgraph, "--store", "neo4j");
        const string Question = "{ organisation(id: \"org:new-firm\") { name } }";
        Assert.DoesNotContain("新公司", (await serving.AskAsync(Question)).GetRawText(), StringComparison.Ordinal);
        await File.AppendAllTextAsync(csrgraph.At("seed", "entities", "companies.yaml"), "- { id: org:new-firm, category: COMPANY, names: [新公司] }\n", TestContext.Current.CancellationToken);

        await RunAsync("neo4j", "load");
        await Task.Delay(TimeSpan.FromSeconds(2), TestContext.Current.CancellationToken);

        Assert.Contains("新公司", (await serving.AskAsync(Question)).GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Data_of_others_is_counted_by_load_and_left_alone_and_what_is_broken_of_ours_is_found()
    {
        Neo4jServer.Need();
        await Neo4jServer.EmptyAsync();
        csrgraph.CopySeeds();
        await Neo4jServer.AskAsync("CREATE (a:Guest {id: 'org:tencent'})-[:GUIDED {claimId: 'x'}]->(:Guest:Entity {name: '论坛'}) RETURN a");
        try
        {
            Assert.Contains("holds 2 nodes that are not ours", await RunAsync("neo4j", "load"), StringComparison.Ordinal);
            Assert.Contains("no faults", await RunAsync("neo4j", "check"), StringComparison.Ordinal);
            Assert.Equal(2, (await Neo4jServer.AskAsync("MATCH (a:Guest {id: 'org:tencent'})-[:GUIDED]->(b:Guest) RETURN 2"))[0][0].GetInt32());

            await Neo4jServer.AskAsync("MATCH (:CsrGraph:Entity)-[r:SIGNED]->(:CsrGraph:Entity) WITH r LIMIT 1 DELETE r RETURN 1");
            var check = await csrgraph.RunAsync("check", "--store", "neo4j");

            Assert.Equal(1, check.ExitCode);
            Assert.Contains("typed relationship is missing (1)", check.StandardOutput, StringComparison.Ordinal);
        }
        finally
        {
            await Neo4jServer.AskAsync("MATCH (n:Guest) DETACH DELETE n RETURN count(*)");
            await Neo4jServer.EmptyAsync();
        }
    }

    private async Task AlikeAsync(string said, params string[] arguments)
    {
        var file = await RunAsync("file.db", arguments);
        var neo4j = await RunAsync("neo4j", arguments);

        Assert.Contains(said, neo4j, StringComparison.Ordinal);
        Assert.Equal(WithoutTimes(file), WithoutTimes(neo4j));
    }

    private async Task<string> RunAsync(string store, params string[] arguments)
    {
        var result = await csrgraph.RunAsync([.. arguments, "--store", store]);
        Assert.True(result.ExitCode == 0, $"{string.Join(' ', arguments)} ended with {result.ExitCode}: {result.StandardError}{result.StandardOutput}");
        return result.StandardOutput;
    }

    private static string WithoutTimes(string text) => string.Join('\n', text.Split('\n').Where(l => !l.Contains("Z  +", StringComparison.Ordinal)));

    private static async Task WithoutAsync(string file, string beginning)
    {
        var yaml = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
        var start = yaml.IndexOf(beginning, StringComparison.Ordinal);
        await File.WriteAllTextAsync(file, yaml.Remove(start, yaml.IndexOf("\n- ", start, StringComparison.Ordinal) + 1 - start), TestContext.Current.CancellationToken);
        var document = Path.Combine(Path.GetDirectoryName(file)!, "document.yaml");
        var metadata = await File.ReadAllTextAsync(document, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(document, metadata.Split("assertions:")[0] + "assertions: { claims: 1, entities: 1 }", TestContext.Current.CancellationToken);
    }
}

/// <summary>Tests that begin with an empty database.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class EmptyNeo4jDefinition
{
    public const string Name = "empty neo4j";
}
