using CsrGraph.Neo4j;
using CsrGraph.Neo4j.Wire;
using Xunit;

namespace CsrGraph.Tests.Neo4j.Harness;

/// <summary>The Neo4j that NEO4J_URI and its like name.</summary>
internal static class RealNeo4j
{
    /// <summary>
    /// Its settings. Where none is named the test is skipped and says so; it fails instead where the environment variable CSRGRAPH_NO_SKIPS is 1.
    /// </summary>
    public static Neo4jOptions Options()
    {
        if (Environment.GetEnvironmentVariable("NEO4J_URI") is { Length: > 0 }) return Neo4jSettings.FromEnvironment();
        const string Reason = "NEO4J_URI names no Neo4j";
        if (Environment.GetEnvironmentVariable("CSRGRAPH_NO_SKIPS") == "1") Assert.Fail(Reason);
        Assert.Skip(Reason);
        throw new InvalidOperationException(Reason);
    }

    public static Neo4jClient Client() => new(Options());

    /// <summary>Reads one number.</summary>
    public static async Task<long> NumberAsync(this Neo4jClient client, string text) =>
        (await client.ReadAsync(new Cypher(text), () => new List<long>(), Asking.Number, TestContext.Current.CancellationToken)).Single();
}
