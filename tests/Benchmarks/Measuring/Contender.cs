using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Sockets;
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
    private readonly HttpClient http = new(new SocketsHttpHandler { ConnectCallback = Connect }) { Timeout = TimeSpan.FromSeconds(60) };
    private readonly MemoryStream answer = new();

    public string Name => name;

    /// <summary>Asks, and reads the answer to its end; the bytes are good until the next is asked.</summary>
    public (TimeSpan Time, ReadOnlyMemory<byte> Answer) Ask(BenchmarkQuestion question, int round, CancellationToken cancellation)
    {
        using var body = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(new { query = question.Text, variables = question.Variables(round) }));
        body.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = body };

        // Into the same memory each time, and by this thread alone: what it costs to keep an answer here, and to wake a thread for it, is not the contender's.
        answer.SetLength(0);
        var start = Stopwatch.GetTimestamp();
        using var response = http.Send(request, HttpCompletionOption.ResponseHeadersRead, cancellation);
        response.Content.CopyTo(answer, null, cancellation);
        return (Stopwatch.GetElapsedTime(start), answer.GetBuffer().AsMemory(0, (int)answer.Length));
    }

    /// <summary>Asks once and gives the data; an answer with errors is none.</summary>
    public JsonNode Data(BenchmarkQuestion question, int round, CancellationToken cancellation)
    {
        var (_, json) = Ask(question, round, cancellation);
        var node = JsonNode.Parse(json.Span)!;
        return node["errors"] is null ? node["data"]! : throw new InvalidOperationException($"{name}: {node["errors"]!.ToJsonString()}");
    }

    public void Dispose()
    {
        http.Dispose();
        answer.Dispose();
    }

    // A socket that nobody has used otherwise waits in the kernel, without the runtime's thread that watches sockets and wakes the one that waits.
    private static ValueTask<Stream> Connect(SocketsHttpConnectionContext context, CancellationToken cancellation)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            socket.Connect(context.DnsEndPoint);
            return ValueTask.FromResult<Stream>(new NetworkStream(socket, ownsSocket: true));
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
