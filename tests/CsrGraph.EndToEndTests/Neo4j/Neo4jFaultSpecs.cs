using Xunit;

namespace CsrGraph.EndToEndTests.Neo4j;

/// <summary>A Neo4j that cannot be used: one line that says who can do what, and never the password.</summary>
public sealed class Neo4jFaultSpecs : IDisposable
{
    private const string Password = "open-sesame-1";

    private readonly Csrgraph csrgraph = new();

    public Neo4jFaultSpecs()
    {
        foreach (var name in new[] { "NEO4J_URI", "NEO4J_DATABASE", "NEO4J_TOKEN", "NEO4J_CA" }) csrgraph.Variables[name] = null;
        csrgraph.Variables["NEO4J_USERNAME"] = "ann";
        csrgraph.Variables["NEO4J_PASSWORD"] = Password;
    }

    public void Dispose() => csrgraph.Dispose();

    [Theory]
    [InlineData(401, "Neo.ClientError.Security.Unauthorized", "does not let the user 'ann' in")]
    [InlineData(400, "Neo.ClientError.Security.AuthenticationRateLimit", "wrong password too often")]
    [InlineData(400, "Neo.ClientError.Security.CredentialsExpired", "must be changed first")]
    [InlineData(403, "Neo.ClientError.Security.Forbidden", "may not do this")]
    [InlineData(404, "Neo.ClientError.Database.DatabaseNotFound", "has no database 'news': mend NEO4J_DATABASE")]
    [InlineData(403, "Neo.ClientError.General.ForbiddenOnReadOnlyDatabase", "read only")]
    public async Task What_Neo4j_refuses_is_said_with_the_way_out(int status, string code, string said)
    {
        await using var server = await FakeNeo4j.StartAsync(FakeNeo4j.Recent, status, code);
        csrgraph.Variables["NEO4J_URI"] = server.Address;
        csrgraph.Variables["NEO4J_DATABASE"] = "news";

        await ExpectAsync(3, said, "show", "org:tencent");
        await ExpectAsync(3, said, "serve", "--urls", "http://127.0.0.1:0");
    }

    [Theory]
    [InlineData("""{"neo4j_version":"5.20.0","query":"/db/{databaseName}/query/v2"}""", "5.26 or later")]
    [InlineData("""{"neo4j_version":"4.4.40"}""", "5.26 or later")]
    [InlineData("""{"neo4j_version":"5.26.30","transaction":"/db/{databaseName}/tx"}""", "QUERY_API_ENDPOINTS")]
    [InlineData("<html>Welcome</html>", "is not Neo4j's Query API")]
    public async Task A_server_that_cannot_be_used_is_told_apart(string discovery, string said)
    {
        await using var server = await FakeNeo4j.StartAsync(discovery);
        csrgraph.Variables["NEO4J_URI"] = server.Address;

        await ExpectAsync(3, said, "changes");
    }

    [Fact]
    public async Task Nobody_at_the_address_is_said()
    {
        csrgraph.Variables["NEO4J_URI"] = "http://127.0.0.1:1";

        await ExpectAsync(3, "Neo4j does not answer at http://127.0.0.1:1/", "query", "{ events { totalCount } }");
    }

    [Theory]
    [InlineData(null, "NEO4J_URI is not set in the environment")]
    [InlineData("bolt://graph.example:7687", "write http://graph.example:7474")]
    [InlineData("http://ann:open-sesame-1@graph.example", "NEO4J_URI holds a user or a password")]
    [InlineData("graph.example", "NEO4J_URI is")]
    public async Task A_setting_that_is_wrong_ends_with_2(string? address, string said)
    {
        csrgraph.Variables["NEO4J_URI"] = address;

        await ExpectAsync(2, said, "changes");
        await ExpectAsync(2, said, "check");
    }

    [Fact]
    public async Task A_file_of_settings_takes_the_place_of_the_environment()
    {
        await using var server = await FakeNeo4j.StartAsync(FakeNeo4j.Recent, 401, "Neo.ClientError.Security.Unauthorized");
        csrgraph.Variables["NEO4J_URI"] = "http://127.0.0.1:1";
        await File.WriteAllTextAsync(csrgraph.At("aura.txt"), $"NEO4J_URI={server.Address}\nNEO4J_USERNAME=bob\nNEO4J_PASSWORD={Password}\n", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(csrgraph.At("bad.txt"), Password, TestContext.Current.CancellationToken);

        await ExpectAsync(3, "the user 'bob'", "changes", "--neo4j-env", "aura.txt");
        await ExpectAsync(3, "the user 'bob'", "check", "--neo4j-env", "aura.txt");
        csrgraph.Variables["CSRGRAPH_NEO4J_ENV"] = "aura.txt";
        await ExpectAsync(3, "the user 'bob'", "changes");
        await ExpectAsync(2, "line 1 of 'bad.txt'", "changes", "--neo4j-env", "bad.txt");
        await ExpectAsync(2, "missing.txt", "changes", "--neo4j-env", "missing.txt");
    }

    private async Task ExpectAsync(int code, string said, params string[] arguments)
    {
        var result = await csrgraph.RunAsync([.. arguments, "--store", "neo4j"]);

        Assert.True(result.ExitCode == code, $"{result.ExitCode}: {result.StandardError}");
        Assert.Contains(said, Assert.Single(result.StandardError.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
        Assert.Empty(result.StandardOutput);
        Assert.DoesNotContain(Password, result.StandardError, StringComparison.Ordinal);
    }
}
