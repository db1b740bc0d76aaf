using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Xunit;

namespace CsrGraph.EndToEndTests;

public sealed class TelemetrySpecs : IDisposable
{
    private const string Question = "query Events { events(first: 1) { nodes { name } } }";

    private readonly Csrgraph csrgraph = new();

    public void Dispose() => csrgraph.Dispose();

    [Fact]
    public async Task A_collector_that_is_named_is_told_of_questions_and_not_what_they_ask()
    {
        using var collector = new Collector();
        csrgraph.Variables["OTEL_EXPORTER_OTLP_ENDPOINT"] = collector.Address;
        csrgraph.Variables["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf";

        await AskAndEndAsync();

        var told = string.Join('\n', collector.Bodies);
        Assert.Contains("/v1/traces", collector.Paths);
        Assert.Contains("/v1/metrics", collector.Paths);
        Assert.Contains("csrgraph.document.hash", told, StringComparison.Ordinal);
        Assert.Contains("db.client.operation.duration", told, StringComparison.Ordinal);
        Assert.DoesNotContain("nodes", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_log_can_be_JSON_with_each_value_of_an_operation_by_its_name()
    {
        csrgraph.Variables["CSRGRAPH_LOG"] = "Information";
        csrgraph.Variables["CSRGRAPH_LOG_FORMAT"] = "json";

        var lines = await AskAndEndAsync();

        var line = Assert.Single(lines, l => l.Contains("\"EventId\":20,", StringComparison.Ordinal));
        using var json = System.Text.Json.JsonDocument.Parse(line);
        var state = json.RootElement.GetProperty("State");
        Assert.Equal("Events", state.GetProperty("Name").GetString());
        Assert.Equal(1, state.GetProperty("Rows").GetInt32());
        Assert.Equal(1, state.GetProperty("StoreCalls").GetInt32());
    }

    private async Task<IReadOnlyList<string>> AskAndEndAsync()
    {
        await using var serving = await Serving.StartAsync(csrgraph, "--seed", Csrgraph.Seeds);
        await serving.AskAsync(Question);
        Assert.Equal(0, await serving.EndAsync("TERM"));
        return [.. serving.Lines];
    }

    /// <summary>Takes whatever comes, and keeps it.</summary>
    private sealed class Collector : IDisposable
    {
        private readonly HttpListener listener = new();

        public Collector()
        {
            var free = new TcpListener(IPAddress.Loopback, 0);
            free.Start();
            Address = $"http://127.0.0.1:{((IPEndPoint)free.LocalEndpoint).Port}";
            free.Dispose();
            listener.Prefixes.Add(Address + "/");
            listener.Start();
            listener.BeginGetContext(Take, null);
        }

        public string Address { get; }

        public ConcurrentQueue<string> Paths { get; } = [];

        public ConcurrentQueue<string> Bodies { get; } = [];

        public void Dispose() => listener.Close();

        private void Take(IAsyncResult result)
        {
            if (!listener.IsListening) return;
            var context = listener.EndGetContext(result);
            listener.BeginGetContext(Take, null);
            using var body = new StreamReader(context.Request.InputStream, Encoding.Latin1);
            Paths.Enqueue(context.Request.Url!.AbsolutePath);
            Bodies.Enqueue(body.ReadToEnd());
            context.Response.Close();
        }
    }
}
