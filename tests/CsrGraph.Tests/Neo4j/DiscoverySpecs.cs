using CsrGraph.Neo4j;
using CsrGraph.Neo4j.Wire;
using CsrGraph.Store;
using CsrGraph.Tests.Neo4j.Harness;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace CsrGraph.Tests.Neo4j;

public sealed class DiscoverySpecs
{
    public static TheoryData<string, string> Unusable => new()
    {
        { """{"neo4j_version":"5.25.1","query":"/db/{databaseName}/query/v2"}""", "is too old: CsrGraph needs Neo4j 5.26 or later" },
        { """{"neo4j_version":"4.4.38"}""", "is too old" },
        { """{"neo4j_version":"5.26.30","transaction":"http://h/db/{databaseName}/tx"}""", "add QUERY_API_ENDPOINTS to server.http_enabled_modules" },
        { """{"name":"something else"}""", "is not Neo4j's Query API" },
        { """["something else"]""", "is not Neo4j's Query API" },
        { "<html>It works!</html>", "is not Neo4j's Query API" },
    };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("5.26.0")]
    [InlineData("5.27-aura")]
    [InlineData("2025.01.0")]
    [InlineData("2026.10.1")]
    public async Task Every_version_from_5_26_on_is_taken(string version)
    {
        await using var server = await FakeNeo4j.StartAsync(Home(version));
        await using var client = server.Client();

        var found = await client.DiscoverAsync(Cancellation);

        Assert.Equal((version, "community"), (found.Version, found.Edition));
    }

    [Theory]
    [MemberData(nameof(Unusable))]
    public async Task What_cannot_be_used_is_told_with_what_to_do(string home, string sentence)
    {
        await using var server = await FakeNeo4j.StartAsync(Answers.Json(200, home));
        await using var client = server.Client();

        var error = await Assert.ThrowsAsync<StoreUnavailableException>(() => client.DiscoverAsync(Cancellation));

        Assert.Contains(sentence, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_Query_API_is_asked_below_the_address_that_was_set_whatever_the_server_calls_itself()
    {
        await using var server = await FakeNeo4j.StartAsync(Home("5.26.30", "https://inner.example:7473/database/{databaseName}/query/v2"), Answers.Rows("[1]"));
        await using var client = server.Client(o => o with { Address = new Uri(o.Address, "/graph/"), Database = "csr data" });

        await client.DiscoverAsync(Cancellation);
        await client.NumbersAsync();

        Assert.Equal(["/graph/", "/graph/database/csr%20data/query/v2"], server.Requests.Select(r => r.Path));
    }

    [Fact]
    public async Task An_address_where_nobody_listens_is_told()
    {
        Uri address;
        await using (var gone = await FakeNeo4j.StartAsync(Answers.Rows(""))) address = gone.Address;
        await using var client = new Neo4jClient(new Neo4jOptions(address));

        var error = await Assert.ThrowsAsync<StoreUnavailableException>(() => client.DiscoverAsync(Cancellation));

        Assert.Contains($"does not answer at {address}: start it, or mend NEO4J_URI", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_port_that_speaks_something_else_is_told()
    {
        using var listener = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        var speaking = SpeakAsync();
        await using var client = new Neo4jClient(new Neo4jOptions(new Uri($"http://{listener.LocalEndpoint}")));

        var error = await Assert.ThrowsAsync<StoreUnavailableException>(() => client.DiscoverAsync(Cancellation));

        await speaking;
        Assert.Contains("not its Bolt port", error.Message, StringComparison.Ordinal);

        async Task SpeakAsync()
        {
            using var connection = await listener.AcceptTcpClientAsync(Cancellation);
            await connection.GetStream().WriteAsync("SSH-2.0-something\r\n"u8.ToArray(), Cancellation);
        }
    }

    private static RequestDelegate Home(string version, string query = "http://inner:7474/db/{databaseName}/query/v2") =>
        Answers.Json(200, $$"""{"query":"{{query}}","neo4j_version":"{{version}}","neo4j_edition":"community"}""");
}
