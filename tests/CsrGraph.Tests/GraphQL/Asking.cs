using System.Text.Json;
using System.Text.Json.Nodes;
using CsrGraph.GraphQL;
using Xunit;

namespace CsrGraph.Tests.GraphQL;

/// <summary>Asks an API, and reads what comes back.</summary>
internal sealed class Asking(GraphQLApi api) : IDisposable
{
    public GraphQLApi Api => api;

    /// <summary>The data of a question that must have no errors.</summary>
    public async Task<JsonNode> DataAsync(string query, object? variables = null)
    {
        var answer = await AnswerAsync(query, variables);
        Assert.True(answer["errors"] is null, answer.ToJsonString());
        return answer["data"]!;
    }

    /// <summary>The whole answer.</summary>
    public async Task<JsonNode> AnswerAsync(string query, object? variables = null) =>
        JsonNode.Parse((await SendAsync(query, variables)).Json.Span)!;

    /// <summary>The only error's code and message.</summary>
    public async Task<(string Code, string Message)> ErrorAsync(string query, object? variables = null)
    {
        var answer = await AnswerAsync(query, variables);
        Assert.True(answer["errors"] is not null, answer.ToJsonString());
        var error = Assert.Single(answer["errors"]!.AsArray())!;
        return ((string)error["extensions"]!["code"]!, (string)error["message"]!);
    }

    public Task<ApiAnswer> SendAsync(string query, object? variables = null) => api.AnswerAsync(
        new ApiRequest(query, null, variables is null ? null : JsonSerializer.SerializeToElement(variables)), TestContext.Current.CancellationToken);

    public void Dispose() => api.Dispose();
}

/// <summary>Short ways through an answer.</summary>
internal static class JsonWays
{
    /// <summary>The texts at a path; a list on the way stands for each of its items.</summary>
    public static IReadOnlyList<string?> Texts(this JsonNode? node, string path)
    {
        IEnumerable<JsonNode?> found = [node];
        foreach (var step in path.Split('.')) found = found.SelectMany(Items).Select(n => n?[step]);
        return [.. found.SelectMany(Items).Select(n => n?.ToString())];
    }

    private static IEnumerable<JsonNode?> Items(JsonNode? node) => node is JsonArray list ? list.ToArray() : new[] { node };
}
