using System.Globalization;
using CsrGraph.Model;
using CsrGraph.Query;
using CsrGraph.Store;
using CsrGraph.Web.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Headers;
using Microsoft.Net.Http.Headers;

namespace CsrGraph.Web.Feeds;

/// <summary>Sends what was changed, an entry a change-set: <c>GET /feed.atom</c>, and <c>GET /feed/{id}.atom</c> for one entity or document.</summary>
internal sealed class FeedEndpoint(ServedGraph graph)
{
    /// <summary>The feed of everything.</summary>
    public const string Whole = "/feed.atom";

    /// <summary>What stands before an id.</summary>
    public const string Path = "/feed/";

    private const string Ending = ".atom";

    public static bool IsAskedBy(HttpRequest request) => request.Path == Whole || request.Path.Value?.StartsWith(Path, StringComparison.Ordinal) == true;

    public async Task HandleAsync(HttpContext context)
    {
        Methods.RequireGet(context);
        var (request, cancellation) = (context.Request, context.RequestAborted);
        var tongue = TongueOf(request.Query);
        var last = await graph.Store.LastChangeSetAsync(cancellation);
        var about = request.Path == Whole ? null : await AboutAsync(request.Path.Value!, last?.Number ?? 0, cancellation);
        var headers = new ResponseHeaders(context.Response.Headers)
        {
            // The same bytes for the same state, whoever asks; a later version of the program may say it otherwise. The moment tells another store's states apart.
            ETag = new EntityTagHeaderValue(string.Create(CultureInfo.InvariantCulture, $"\"{last?.Number ?? 0}-{last?.At.Ticks ?? 0}-{tongue}\""), isWeak: true),
            LastModified = last?.At,
            CacheControl = new CacheControlHeaderValue { NoCache = true },
        };
        if (IsKnown(request.GetTypedHeaders(), headers))
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        var feed = await new FeedReading(graph, tongue).ReadAsync(about, last?.Number ?? 0, cancellation);
        var body = AtomWriter.Write(feed, new Uri($"{request.Scheme}://{request.Host}{request.PathBase}"), $"{request.Path}{request.QueryString}");
        await ResponseWriter.WriteAsync(context.Response, StatusCodes.Status200OK, AtomWriter.MediaType, body, cancellation);
    }

    private static Tongue TongueOf(IQueryCollection query)
    {
        if (query.Keys.FirstOrDefault(k => k != "lang") is { } unknown) throw HttpFault.BadRequest($"there is no parameter '{unknown}': a feed takes lang");
        return RequestReader.Single(query, "lang") switch
        {
            null or "en" => Tongue.En,
            "zh" => Tongue.Zh,
            var other => throw HttpFault.BadRequest($"'{other}' is no language of sentences: it is en or zh"),
        };
    }

    // A date says less than a tag: it counts only where there is none.
    private static bool IsKnown(RequestHeaders asked, ResponseHeaders own)
    {
        if (asked.IfNoneMatch is { Count: > 0 } tags) return tags.Any(t => t.Equals(EntityTagHeaderValue.Any) || t.Compare(own.ETag!, useStrongComparison: false));
        return asked.IfModifiedSince is { } since && own.LastModified is { } modified && modified.ToUnixTimeSeconds() <= since.ToUnixTimeSeconds();
    }

    private async Task<Entity> AboutAsync(string path, long head, CancellationToken cancellation)
    {
        var id = path.EndsWith(Ending, StringComparison.Ordinal) ? path[Path.Length..^Ending.Length] : "";
        var entity = EntityId.TryParse(id, out _) ? (await graph.Store.EntitiesAsync([id], new AsOf(head), cancellation))[0] : null;
        return entity ?? throw HttpFault.NotFound(path, $"a feed is {Whole}, or {Path}{{id}}{Ending} with the id of an entity or a document");
    }
}
