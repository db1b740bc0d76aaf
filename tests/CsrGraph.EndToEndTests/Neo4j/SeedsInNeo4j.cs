using Xunit;

namespace CsrGraph.EndToEndTests.Neo4j;

/// <summary>The real seeds in the Neo4j that the environment names, and in a file beside it.</summary>
public sealed class SeedsInNeo4j : IAsyncLifetime
{
    internal Csrgraph Csrgraph { get; } = new();

    public async ValueTask InitializeAsync()
    {
        if (Environment.GetEnvironmentVariable("NEO4J_URI") is not { Length: > 0 }) return;
        await Neo4jServer.EmptyAsync();
        foreach (var store in new[] { "neo4j", "file.db" })
        {
            var loaded = await Csrgraph.RunAsync("load", Csrgraph.Seeds, "--store", store, "--author", "Ann");
            Assert.True(loaded.ExitCode == 0, loaded.StandardError);
        }
    }

    public ValueTask DisposeAsync()
    {
        Csrgraph.Dispose();
        return ValueTask.CompletedTask;
    }
}

/// <summary>Tests that share the one database.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Neo4jDefinition : ICollectionFixture<SeedsInNeo4j>
{
    public const string Name = "neo4j";
}
