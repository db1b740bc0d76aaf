using System.Net.Http.Headers;
using System.Text;
using CsrGraph.GraphQL;
using CsrGraph.Web;
using Microsoft.Extensions.Logging;
using Xunit;

namespace CsrGraph.Tests.Web;

/// <summary>A real server on a free port, with an answerer that the test gives, and what it logged.</summary>
internal sealed class RunningServer : IAsyncDisposable
{
    private readonly WebServer server;
    private readonly ILoggerFactory logging;

    private RunningServer(WebServer server, ILoggerFactory logging, LogLines log)
    {
        (this.server, this.logging, Log) = (server, logging, log);
        Client = new HttpClient { BaseAddress = server.Addresses[0] };
    }

    public HttpClient Client { get; }

    public LogLines Log { get; }

    public ILoggerFactory Logging => logging;

    public Uri Address => server.Addresses[0];

    public static async Task<RunningServer> StartAsync(
        AnswerGraphQL? answer = null, ReadHead? head = null, Uri? address = null, Func<WebSettings, WebSettings>? with = null, ListenGraphQL? listen = null,
        ServedGraph? graph = null)
    {
        answer ??= (_, _) => Task.FromResult(Json("""{"data":{"a":1}}"""));
        var log = new LogLines();
        var logging = LoggerFactory.Create(l => l.SetMinimumLevel(LogLevel.Information).AddFilter("Microsoft", LogLevel.None).AddProvider(log));
        var server = await WebServer.StartAsync(
            (with ?? (s => s))(new WebSettings([address ?? new Uri("http://127.0.0.1:0")])),
            answer,
            listen ?? (async (request, cancellation) => ApiAnswers.Of(await answer(request, cancellation))),
            head ?? (_ => Task.FromResult(7L)),
            logging,
            TestContext.Current.CancellationToken,
            graph);
        return new RunningServer(server, logging, log);
    }

    public static ApiAnswer Json(string json, bool isExecuted = true, string? code = null) => new(Encoding.UTF8.GetBytes(json), isExecuted, code);

    public Task<HttpResponseMessage> PostAsync(string body, string? accept = null, string contentType = "application/json")
    {
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);
        return SendAsync(HttpMethod.Post, "graphql", accept, content);
    }

    public Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, string? accept = null, HttpContent? content = null)
    {
        var request = new HttpRequestMessage(method, path) { Content = content };
        if (accept is not null) request.Headers.TryAddWithoutValidation("Accept", accept);
        return Client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await server.DisposeAsync();
        logging.Dispose();
    }
}
