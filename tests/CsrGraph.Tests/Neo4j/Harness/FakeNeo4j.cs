using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using CsrGraph.Neo4j;
using CsrGraph.Neo4j.Wire;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Xunit;

namespace CsrGraph.Tests.Neo4j.Harness;

/// <summary>A server on a free port that answers as a test says: each request takes the next answer, and the last one answers all that follow.</summary>
internal sealed class FakeNeo4j : IAsyncDisposable
{
    private readonly WebApplication server;
    private readonly RequestDelegate[] answers;
    private int next = -1;

    private FakeNeo4j(WebApplication server, RequestDelegate[] answers)
    {
        (this.server, this.answers) = (server, answers);
        server.Run(AnswerAsync);
    }

    /// <summary>What was asked, in order, without the requests that end abandoned statements.</summary>
    public ConcurrentQueue<SentRequest> Requests { get; } = [];

    /// <summary>The requests that end abandoned statements.</summary>
    public ConcurrentQueue<SentRequest> Terminations { get; } = [];

    /// <summary>Called for each transaction that is rolled back; where it is set, those requests are answered by themselves, and not kept.</summary>
    public Action? OnDelete { get; set; }

    public Uri Address => new(server.Urls.Single());

    /// <summary>Patient, so that no test depends on a fast machine; each read is a request of its own.</summary>
    public Neo4jOptions Options =>
        new(Address) { Username = "neo4j", Password = Secret, Clock = Clock, ReadTransactionLifetime = TimeSpan.Zero };

    public ImpatientClock Clock { get; } = new();

    /// <summary>The password of <see cref="Options"/>, which nothing may show.</summary>
    public static string Secret => "open-sesame-1";

    public static Task<FakeNeo4j> StartAsync(params RequestDelegate[] answers) => StartAsync(answers, null);

    public static Task<FakeNeo4j> StartSecureAsync(X509Certificate2 certificate, params RequestDelegate[] answers) =>
        StartAsync(answers, certificate);

    public Neo4jClient Client(Func<Neo4jOptions, Neo4jOptions>? change = null) => new(change is null ? Options : change(Options));

    public async ValueTask DisposeAsync()
    {
        using var now = new CancellationTokenSource();
        await now.CancelAsync();
        await server.StopAsync(now.Token);
        await server.DisposeAsync();
    }

    private static async Task<FakeNeo4j> StartAsync(RequestDelegate[] answers, X509Certificate2? certificate)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen =>
        {
            if (certificate is not null) listen.UseHttps(certificate);
        }));
        var fake = new FakeNeo4j(builder.Build(), answers);
        await fake.server.StartAsync(TestContext.Current.CancellationToken);
        return fake;
    }

    private async Task AnswerAsync(HttpContext context)
    {
        using var body = new StreamReader(context.Request.Body, Encoding.UTF8);
        var request = new SentRequest(
            context.Request.Method,
            context.Request.Path,
            context.Request.Headers.ToDictionary(h => h.Key, h => h.Value.ToString(), StringComparer.OrdinalIgnoreCase),
            await body.ReadToEndAsync(context.RequestAborted));
        if (request.Body.Contains("TERMINATE TRANSACTIONS", StringComparison.Ordinal))
        {
            Terminations.Enqueue(request);
            await Answers.Rows("""["Transaction terminated."]""")(context);
            return;
        }

        if (OnDelete is not null && request.Method == "DELETE")
        {
            await Answers.Json(200, "")(context);
            OnDelete();
            return;
        }

        Requests.Enqueue(request);
        await answers[Math.Min(Interlocked.Increment(ref next), answers.Length - 1)](context);
    }
}

/// <summary>A request as it came.</summary>
internal sealed record SentRequest(string Method, string Path, IReadOnlyDictionary<string, string> Headers, string Body);
