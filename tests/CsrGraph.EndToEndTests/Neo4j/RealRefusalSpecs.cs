using Xunit;

namespace CsrGraph.EndToEndTests.Neo4j;

/// <summary>What a real Neo4j refuses at the door.</summary>
[Collection(EmptyNeo4jDefinition.Name)]
public sealed class RealRefusalSpecs : IDisposable
{
    private readonly Csrgraph csrgraph = new();

    public void Dispose() => csrgraph.Dispose();

    // Another name than the tests' own user: Neo4j locks a user out who was given wrong passwords.
    [Theory]
    [InlineData("NEO4J_USERNAME", "nobody", "does not let the user 'nobody' in")]
    [InlineData("NEO4J_DATABASE", "news", "has no database 'news'")]
    public async Task A_user_or_a_database_that_is_not_there_ends_with_3(string variable, string value, string said)
    {
        Neo4jServer.Need();
        csrgraph.Variables[variable] = value;

        var result = await csrgraph.RunAsync("changes", "--store", "neo4j");

        Assert.True(result.ExitCode == 3, $"{result.ExitCode}: {result.StandardError}");
        Assert.Contains(said, Assert.Single(result.StandardError.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
    }
}
