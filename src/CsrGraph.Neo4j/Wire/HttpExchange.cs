using System.Net.Http.Headers;

namespace CsrGraph.Neo4j.Wire;

/// <summary>One request and its answer, as they are: no retries, no deadline, and Neo4j's errors as <see cref="Neo4jException"/>.</summary>
internal sealed class HttpExchange(Neo4jOptions options) : IDisposable
{
    private const string Affinity = "neo4j-cluster-affinity";

    private readonly HttpClient http = HttpTransport.Open(options);

    /// <summary>Posts a statement, or none, and reads the answer to its end, whatever the status says: an error may follow rows.</summary>
    public async Task<ResultSummary> PostAsync(
        Uri address, Cypher cypher, RequestHead head, string? affinity, RowHandler? onRow, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new RequestBody(cypher, head) };
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue(cypher.IsTyped ? TypedJson.MediaType : "application/json"));
        if (affinity is not null) request.Headers.Add(Affinity, affinity);
        using var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation);
        var summary = await ReadAsync(answer, onRow, cancellation);
        if (summary.Error is { } error) throw error;
        if (!answer.IsSuccessStatusCode) throw Foreign(answer);
        summary.Affinity = answer.Headers.TryGetValues(Affinity, out var values) ? values.First() : affinity;
        return summary;
    }

    /// <summary>Rolls a transaction back. An error is no news: one that Neo4j does not know any more has been rolled back.</summary>
    public async Task DeleteAsync(Uri address, string? affinity, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Delete, address);
        if (affinity is not null) request.Headers.Add(Affinity, affinity);
        using var answer = await http.SendAsync(request, cancellation);
    }

    /// <summary>Reads what an address shows, whatever it is.</summary>
    public async Task<(int Status, string Body)> GetAsync(Uri address, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        using var answer = await http.SendAsync(request, cancellation);
        return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync(cancellation));
    }

    public void Dispose() => http.Dispose();

    private static async Task<ResultSummary> ReadAsync(HttpResponseMessage answer, RowHandler? onRow, CancellationToken cancellation)
    {
        if (answer.Content.Headers.ContentType?.MediaType is not ("application/json" or TypedJson.MediaType)) throw Foreign(answer);
        using var reader = new AnswerReader(onRow);
        try
        {
            await using var body = await answer.Content.ReadAsStreamAsync(cancellation);
            return await reader.ReadAsync(body, cancellation);
        }
        catch (IOException e)
        {
            throw new CutAnswerException(e);
        }
    }

    private static ForeignAnswerException Foreign(HttpResponseMessage answer) =>
        new($"HTTP {(int)answer.StatusCode}, {answer.Content.Headers.ContentType?.MediaType ?? "without a content type"}");
}
