using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace CsrGraph.Benchmarks.Sectors;

/// <summary>Statements sent to Neo4j as somebody writes them by hand.</summary>
internal sealed class CypherOverHttp(Uri address, string? password) : IDisposable
{
    private readonly HttpClient http = Client(address, password);

    /// <summary>Runs a statement, and gives its rows.</summary>
    /// <exception cref="InvalidOperationException">Neo4j refuses it.</exception>
    public async Task<JsonElement> RunAsync(string statement, object? parameters, CancellationToken cancellation)
    {
        using var response = await http.PostAsJsonAsync("db/neo4j/query/v2", new { statement, parameters = parameters ?? new { } }, cancellation);
        var answer = await response.Content.ReadFromJsonAsync<JsonElement>(cancellation);
        return answer.TryGetProperty("errors", out var errors)
            ? throw new InvalidOperationException($"Neo4j: {errors}")
            : answer.GetProperty("data").GetProperty("values");
    }

    public void Dispose() => http.Dispose();

    private static HttpClient Client(Uri address, string? password)
    {
        var client = new HttpClient { BaseAddress = address };
        if (password is not null)
        {
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"neo4j:{password}")));
        }

        return client;
    }
}
