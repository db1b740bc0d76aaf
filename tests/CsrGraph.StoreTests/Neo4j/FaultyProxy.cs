using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace CsrGraph.StoreTests.Neo4j;

/// <summary>What becomes of a request on its way to Neo4j.</summary>
internal enum Passage
{
    /// <summary>It is answered.</summary>
    Free,

    /// <summary>It never arrives, and the connection ends.</summary>
    Lost,

    /// <summary>It is done, and the connection ends in the middle of the answer.</summary>
    Cut,

    /// <summary>It is refused as by a server that found a deadlock.</summary>
    Deadlock,

    /// <summary>It is refused as by a server that has no memory for it.</summary>
    Memory,
}

/// <summary>Stands before Neo4j and does with each request, told by its body, what a test says.</summary>
internal sealed class FaultyProxy : IAsyncDisposable
{
    private static readonly string[] Forwarded = ["Authorization", "Accept"];

    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource end = new();
    private readonly HttpClient http = new();
    private readonly Uri target;
    private readonly Func<string, Passage> passage;
    private readonly Task accepting;

    public FaultyProxy(Uri target, Func<string, Passage> passage)
    {
        (this.target, this.passage) = (target, passage);
        listener.Start();
        accepting = AcceptAsync();
    }

    public Uri Address => new($"http://{listener.LocalEndpoint}/");

    public async ValueTask DisposeAsync()
    {
        await end.CancelAsync();
        listener.Stop();
        await accepting.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        http.Dispose();
        end.Dispose();
    }

    private async Task AcceptAsync()
    {
        var connections = new List<Task>();
        try
        {
            while (true) connections.Add(RelayAsync(await listener.AcceptTcpClientAsync(end.Token)));
        }
        catch (OperationCanceledException)
        {
            // The test is over.
        }

        await Task.WhenAll(connections);
    }

    private async Task RelayAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                var stream = client.GetStream();
                var requests = new BufferedStream(stream);
                while (await RequestAsync(requests) is { } request && await AnswerAsync(request, stream))
                {
                }
            }
            catch (Exception e) when (e is IOException or OperationCanceledException)
            {
                // Whoever asked has gone.
            }
        }
    }

    private async Task<(string Method, string Path, Dictionary<string, string> Headers, string Body)?> RequestAsync(Stream stream)
    {
        if (await LineAsync(stream) is not { Length: > 0 } first) return null;
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        while (await LineAsync(stream) is { Length: > 0 } line)
        {
            var parts = line.Split(':', 2);
            headers[parts[0]] = parts[1].Trim();
        }

        var body = new byte[int.Parse(headers.GetValueOrDefault("Content-Length", "0"), CultureInfo.InvariantCulture)];
        await stream.ReadExactlyAsync(body, end.Token);
        return (first.Split(' ')[0], first.Split(' ')[1], headers, Encoding.UTF8.GetString(body));
    }

    private async Task<string?> LineAsync(Stream stream)
    {
        var line = new StringBuilder();
        var one = new byte[1];
        while (await stream.ReadAsync(one, end.Token) > 0)
        {
            if (one[0] == '\n') return line.ToString().TrimEnd('\r');
            line.Append((char)one[0]);
        }

        return null;
    }

    /// <returns>False where the connection is to end.</returns>
    private async Task<bool> AnswerAsync((string Method, string Path, Dictionary<string, string> Headers, string Body) request, Stream to)
    {
        var what = request.Body.Length == 0 ? Passage.Free : passage(request.Body);
        if (what == Passage.Lost) return false;
        var (status, body) = what switch
        {
            Passage.Deadlock => (400, Refusal("Neo.TransientError.Transaction.DeadlockDetected")),
            Passage.Memory => (400, Refusal("Neo.TransientError.General.MemoryPoolOutOfMemoryError")),
            _ => await ForwardAsync(request.Method, request.Path, request.Headers, request.Body),
        };
        var head = $"HTTP/1.1 {status} Said\r\nContent-Type: application/json\r\nContent-Length: {body.Length}\r\n\r\n";
        await to.WriteAsync(Encoding.ASCII.GetBytes(head), end.Token);
        await to.WriteAsync(body.AsMemory(0, what == Passage.Cut ? body.Length / 2 : body.Length), end.Token);
        return what != Passage.Cut;
    }

    private async Task<(int Status, byte[] Body)> ForwardAsync(string method, string path, Dictionary<string, string> headers, string body)
    {
        using var sent = new HttpRequestMessage(new HttpMethod(method), new Uri(target, path));
        if (body.Length > 0) sent.Content = new StringContent(body, Encoding.UTF8, "application/json");
        foreach (var name in Forwarded)
        {
            if (headers.TryGetValue(name, out var value)) sent.Headers.TryAddWithoutValidation(name, value);
        }

        using var response = await http.SendAsync(sent, end.Token);
        return ((int)response.StatusCode, await response.Content.ReadAsByteArrayAsync(end.Token));
    }

    private static byte[] Refusal(string code) => Encoding.UTF8.GetBytes($$"""{"errors":[{"code":"{{code}}","message":"as the server says it"}]}""");
}
