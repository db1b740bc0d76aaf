using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using CsrGraph.Neo4j;
using Xunit;

namespace CsrGraph.StoreTests.Neo4j;

/// <summary>Asks a Neo4j how it would run a statement. A plan is nested deeper than the store's own client reads.</summary>
internal sealed class PlanReader(Neo4jOptions options) : IDisposable
{
    private static readonly JsonSerializerOptions Deep = new() { MaxDepth = 1_024 };

    private readonly HttpClient client = new();

    public async Task<JsonElement> ExplainAsync(string statement)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(options.Address, $"db/{options.Database}/query/v2"))
        {
            Content = JsonContent.Create(new { statement = $"EXPLAIN {statement}" }),
        };
        var credentials = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{options.Username}:{options.Password}"));
        request.Headers.Authorization = new AuthenticationHeaderValue("Basic", credentials);
        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        var answer = await response.Content.ReadFromJsonAsync<JsonElement>(Deep, TestContext.Current.CancellationToken);
        Assert.False(answer.TryGetProperty("errors", out var errors), $"{errors}\n{statement}");
        return answer.GetProperty("queryPlan");
    }

    public void Dispose() => client.Dispose();
}
