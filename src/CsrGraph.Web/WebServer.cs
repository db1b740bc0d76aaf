using System.IO.Compression;
using System.Net;
using System.Net.Sockets;
using CsrGraph.Export;
using CsrGraph.Web.Connections;
using CsrGraph.Web.Feeds;
using CsrGraph.Web.Http;
using CsrGraph.Web.Ide;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CsrGraph.Web;

/// <summary>
/// The web edge: <c>/graphql</c>, with a page for browsers, <c>/export/F</c>, <c>/feed.atom</c>, <c>/feed/{id}.atom</c>, <c>/health/live</c>, <c>/health/ready</c> and a short text at <c>/</c>. It reads no configuration of its own; whoever starts it says all.
/// </summary>
public sealed class WebServer : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly ILogger log;

    private WebServer(WebApplication app)
    {
        this.app = app;
        log = app.Services.GetRequiredService<ILogger<WebServer>>();
        Addresses = [.. app.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.Select(a => new Uri(a))];
    }

    /// <summary>Where it listens, with the real port where any free one was asked for.</summary>
    public IReadOnlyList<Uri> Addresses { get; }

    /// <summary>Starts to serve; requests are answered when this returns.</summary>
    /// <param name="settings">How.</param>
    /// <param name="answer">Who answers questions.</param>
    /// <param name="listen">Who answers those that want an event stream.</param>
    /// <param name="head">Who knows the last change-set; asked by <c>/health/ready</c>.</param>
    /// <param name="logging">Where the log goes; not owned.</param>
    /// <param name="cancellation">Gives up starting.</param>
    /// <param name="graph">What exports and feeds are made of; null where none are served.</param>
    /// <exception cref="AddressUnavailableException">It cannot listen there.</exception>
    public static async Task<WebServer> StartAsync(
        WebSettings settings,
        AnswerGraphQL answer,
        ListenGraphQL listen,
        ReadHead head,
        ILoggerFactory logging,
        CancellationToken cancellation,
        ServedGraph? graph = null)
    {
        var app = Build(settings, answer, listen, head, logging, graph);
        try
        {
            await app.StartAsync(cancellation);
        }
        catch (Exception e) when (e is IOException or SocketException)
        {
            await app.DisposeAsync();
            throw new AddressUnavailableException(
                $"cannot listen on {string.Join(", ", settings.Addresses.Select(Shown))}: {Reason(e)}; choose another address with --urls", e);
        }

        var server = new WebServer(app);
        ServerLog.Started(server.log, string.Join(", ", server.Addresses.Select(Shown)));
        return server;
    }

    /// <summary>Lets the requests that run come to their end, for at most 5 s, and takes no new ones.</summary>
    public async ValueTask DisposeAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(5));
        await app.StopAsync(patience.Token);
        ServerLog.Stopped(log);
        await app.DisposeAsync();
    }

    private static WebApplication Build(
        WebSettings settings, AnswerGraphQL answer, ListenGraphQL listen, ReadHead head, ILoggerFactory logging, ServedGraph? graph)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Services.AddSingleton(logging);
        builder.WebHost.UseKestrelCore().UseUrls([.. settings.Addresses.Select(Shown)]).ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.Services.AddSingleton<IConnectionListenerFactory, ThreadedTransport>();
        builder.Services.AddCors(cors => cors.AddDefaultPolicy(policy => policy
            .WithOrigins([.. settings.Origins]).WithMethods("GET", "POST").WithHeaders("authorization", "content-type").SetPreflightMaxAge(TimeSpan.FromHours(1))));
        builder.Services.AddResponseCompression(compression =>
        {
            compression.MimeTypes = [MediaType.Json, MediaType.GraphQLResponse, .. ExportFormat.All.Select(f => f.MediaType).Where(t => t != "application/zip"), AtomWriter.MediaType, "text/plain", "text/html", "text/css", "text/javascript", "image/svg+xml"];
            compression.Providers.Add<BrotliCompressionProvider>();
            compression.Providers.Add<GzipCompressionProvider>();
        });
        builder.Services.Configure<BrotliCompressionProviderOptions>(brotli => brotli.Level = CompressionLevel.Fastest);
        builder.Services.Configure<GzipCompressionProviderOptions>(gzip => gzip.Level = CompressionLevel.Fastest);

        var app = builder.Build();
        var graphQL = new GraphQLEndpoint(answer, listen, settings, app.Lifetime.ApplicationStopping);
        var health = new HealthEndpoint(head, TimeProvider.System);
        var exports = graph is null ? null : new ExportEndpoint(graph, settings.MaxExports);
        var feeds = graph is null ? null : new FeedEndpoint(graph);
        if (settings.Proxies.Count > 0) app.UseForwardedHeaders(BehindProxies(settings.Proxies));
        if (settings.PathBase.Length > 0) app.UsePathBase(settings.PathBase);
        app.UseResponseCompression();
        if (settings.Origins.Count > 0) app.UseCors();
        app.UseMiddleware<FaultEdge>();
        if (settings.Token is { } token)
        {
            var gate = new TokenGate(token);
            app.Use(gate.InvokeAsync);
        }

        app.Run(context => context.Request.Path.Value switch
        {
            _ when IdeEndpoint.IsAskedBy(context.Request) => IdeEndpoint.HandleAsync(context),
            GraphQLEndpoint.Path => graphQL.HandleAsync(context),
            HealthEndpoint.Path or HealthEndpoint.LivePath or HealthEndpoint.ReadyPath => health.HandleAsync(context),
            _ when exports is not null && ExportEndpoint.IsAskedBy(context.Request) => exports.HandleAsync(context),
            _ when feeds is not null && FeedEndpoint.IsAskedBy(context.Request) => feeds.HandleAsync(context),
            FrontPage.Path => FrontPage.HandleAsync(context),
            var path => throw HttpFault.NotFound(path ?? ""),
        });
        return app;
    }

    private static ForwardedHeadersOptions BehindProxies(IReadOnlyList<IPAddress> proxies)
    {
        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.All };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var proxy in proxies) options.KnownProxies.Add(proxy);
        return options;
    }

    private static string Shown(Uri address) => address.GetLeftPart(UriPartial.Authority);

    private static string Reason(Exception e) => e switch
    {
        _ when Find<SocketException>(e) is { SocketErrorCode: SocketError.AddressAlreadyInUse } => "another process has the port",
        _ when Find<SocketException>(e) is { SocketErrorCode: SocketError.AccessDenied } => "it is not allowed",
        _ when Find<SocketException>(e) is { } socket => socket.Message,
        _ when e.Message.Contains("address already in use", StringComparison.OrdinalIgnoreCase) => "another process has the port",
        _ => e.Message,
    };

    private static T? Find<T>(Exception? e)
        where T : Exception
    {
        for (; e is not null; e = e.InnerException)
        {
            if (e is T found) return found;
        }

        return null;
    }
}
