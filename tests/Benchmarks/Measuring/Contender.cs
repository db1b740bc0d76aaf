using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CsrGraph.Benchmarks.Measuring;

/// <summary>A question with what varies from one time to the next.</summary>
/// <param name="Text">The GraphQL document.</param>
/// <param name="Variables">The variables of a round; equal for equal rounds, so that all contenders are asked the same.</param>
internal sealed record BenchmarkQuestion(string Text, Func<int, object?> Variables);

/// <summary>Somebody who answers GraphQL over HTTP.</summary>
internal sealed class Contender(string name, Uri address) : IDisposable
{
    private readonly HttpClient http = new() { Timeout = TimeSpan.FromSeconds(60) };

    public string Name => name;

    /// <summary>Asks, and reads the answer to its end.</summary>
    public async Task<(TimeSpan Time, byte[] Answer)> AskAsync(BenchmarkQuestion question, int round, CancellationToken cancellation)
    {
        using var body = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(new { query = question.Text, variables = question.Variables(round) }));
        body.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        var start = Stopwatch.GetTimestamp();
        using var response = await http.PostAsync(address, body, cancellation);
        var answer = await response.Content.ReadAsByteArrayAsync(cancellation);
        return (Stopwatch.GetElapsedTime(start), answer);
    }

    /// <summary>Asks once and gives the data; an answer with errors is none.</summary>
    public async Task<JsonNode> DataAsync(BenchmarkQuestion question, int round, CancellationToken cancellation)
    {
        var (_, answer) = await AskAsync(question, round, cancellation);
        var node = JsonNode.Parse(answer)!;
        return node["errors"] is null ? node["data"]! : throw new InvalidOperationException($"{name}: {node["errors"]!.ToJsonString()}");
    }

    public void Dispose() => http.Dispose();
}
