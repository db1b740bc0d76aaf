using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Xunit;

namespace CsrGraph.EndToEndTests.Neo4j;

/// <summary>The Neo4j that NEO4J_URI names, asked as Neo4j Browser would. Its tests run one after the other: there is one database.</summary>
internal static class Neo4jServer
{
    private static readonly HttpClient Client = new();

    /// <summary>Where the environment names none the test is skipped and says so; it fails instead where CSRGRAPH_NO_SKIPS is 1.</summary>
    public static void Need()
    {
        if (Variable("NEO4J_URI").Length > 0) return;
        Assert.False(Variable("CSRGRAPH_NO_SKIPS") == "1", "NEO4J_URI names no Neo4j");
        Assert.Skip("NEO4J_URI names no Neo4j");
    }

    /// <summary>Removes what is ours from the database.</summary>
    public static async Task EmptyAsync()
    {
        while ((await AskAsync("MATCH (n:CsrGraph) WITH n LIMIT 5000 DETACH DELETE n RETURN count(*)"))[0][0].GetInt64() > 0)
        {
        }
    }

    /// <summary>The rows that a statement answers.</summary>
    public static Task<IReadOnlyList<JsonElement>> AskAsync(string statement) => AskAsync(statement, new Uri(Variable("NEO4J_URI")), "WRITE");

    /// <summary>The rows that a statement that reads answers, through something that stands before the server.</summary>
    public static Task<IReadOnlyList<JsonElement>> ReadAsync(string statement, Uri address) => AskAsync(statement, address, "READ");

    /// <summary>A statement as a request to whichever server.</summary>
    public static HttpRequestMessage Request(
        Uri address, string database, string user, string password, string statement, string accessMode = "WRITE")
    {
        var credentials = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{password}"));
        return new HttpRequestMessage(HttpMethod.Post, new Uri(address, $"/db/{database}/query/v2"))
        {
            Content = JsonContent.Create(new { statement, accessMode }),
            Headers = { Authorization = new AuthenticationHeaderValue("Basic", credentials) },
        };
    }

    /// <summary>The rows that it is answered.</summary>
    public static async Task<IReadOnlyList<JsonElement>> SendAsync(HttpRequestMessage request)
    {
        using var response = await Client.SendAsync(request, TestContext.Current.CancellationToken);
        var answer = await response.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        Assert.False(answer.TryGetProperty("errors", out var errors), errors.ToString());
        return [.. answer.GetProperty("data").GetProperty("values").EnumerateArray()];
    }

    private static async Task<IReadOnlyList<JsonElement>> AskAsync(string statement, Uri address, string accessMode)
    {
        var database = Variable("NEO4J_DATABASE") is { Length: > 0 } named ? named : "neo4j";
        var user = Variable("NEO4J_USERNAME") is { Length: > 0 } name ? name : "neo4j";
        using var request = Request(address, database, user, Variable("NEO4J_PASSWORD"), statement, accessMode);
        return await SendAsync(request);
    }

    private static string Variable(string name) => Environment.GetEnvironmentVariable(name) ?? "";
}
