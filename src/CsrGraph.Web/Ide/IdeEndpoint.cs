using CsrGraph.Web.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Net.Http.Headers;

namespace CsrGraph.Web.Ide;

/// <summary>
/// The page for people at <c>/graphql</c>, and its files under <c>/graphql/ide/</c>. All of them come from here: the policy that is sent with them lets the
/// page ask no other host.
/// </summary>
internal static class IdeEndpoint
{
    private const string Root = GraphQLEndpoint.Path + "/ide/";

    // Altair sets styles from its script, and makes workers of blobs.
    private const string Policy =
        "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; worker-src 'self' blob:; "
        + "object-src 'none'; base-uri 'self'; form-action 'none'; frame-ancestors 'self'";

    // What a user's own scripts run in: an origin of its own, that may do nothing here.
    private const string SandboxPolicy = "sandbox allow-scripts";

    private static readonly FileExtensionContentTypeProvider Types = new();

    /// <summary>
    /// True where a browser asks for the page or one of its files: by GET, with no question, and with a liking for HTML over the types of an answer.
    /// </summary>
    public static bool IsAskedBy(HttpRequest request) =>
        IdeArchive.IsThere && HttpMethods.IsGet(request.Method) && (IsFile(request) || (request.Path == GraphQLEndpoint.Path && IsPage(request)));

    /// <summary>Answers.</summary>
    public static Task HandleAsync(HttpContext context)
    {
        context.Response.Headers.ContentSecurityPolicy = Policy;
        context.Response.Headers.XContentTypeOptions = "nosniff";
        context.Response.Headers["Referrer-Policy"] = "no-referrer";
        return IsFile(context.Request) ? FileAsync(context, context.Request.Path.Value![Root.Length..]) : PageAsync(context);
    }

    private static bool IsFile(HttpRequest request) => request.Path.Value?.StartsWith(Root, StringComparison.Ordinal) == true;

    private static bool IsPage(HttpRequest request) =>
        !request.QueryString.HasValue && MediaTypeHeaderValue.TryParseList(request.Headers.Accept, out var ranges)
        && Names(ranges, "text/html") && !Names(ranges, MediaType.Json) && !Names(ranges, MediaType.GraphQLResponse);

    private static bool Names(IEnumerable<MediaTypeHeaderValue> ranges, string type) =>
        ranges.Any(r => r.MediaType.Equals(type, StringComparison.OrdinalIgnoreCase) && r.Quality is null or > 0);

    private static async Task PageAsync(HttpContext context)
    {
        using var archive = IdeArchive.Open();
        using var reader = new StreamReader(archive.GetEntry("index.html")!.Open());
        var html = IdePage.Html(await reader.ReadToEndAsync(context.RequestAborted), context.Request.PathBase + Root);
        context.Response.Headers.Vary = "Accept";
        context.Response.Headers.CacheControl = "no-cache";
        context.Response.ContentType = "text/html; charset=utf-8";
        await context.Response.WriteAsync(html, context.RequestAborted);
    }

    private static async Task FileAsync(HttpContext context, string name)
    {
        var (request, response) = (context.Request, context.Response);
        if (Own(request, name) is { } own)
        {
            response.ContentType = Type(name) + "; charset=utf-8";
            response.Headers.CacheControl = "no-cache";
            response.Headers.Vary = "Accept-Language";
            await response.WriteAsync(own, context.RequestAborted);
            return;
        }

        using var archive = IdeArchive.Open();
        if (archive.GetEntry(name) is not { Length: > 0 } entry) throw HttpFault.NotFound(request.Path);
        var tag = IdeArchive.Tag(entry);
        response.Headers.ETag = tag;
        response.Headers.CacheControl = IsNamedByContent(name) ? "public, max-age=31536000, immutable" : "no-cache";
        if (name.StartsWith("iframe-sandbox/", StringComparison.Ordinal)) response.Headers.ContentSecurityPolicy = SandboxPolicy;
        if (request.Headers.IfNoneMatch.Contains(tag))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        response.ContentType = Type(name);
        await using var content = entry.Open();
        await content.CopyToAsync(response.Body, context.RequestAborted);
    }

    // What is not Altair's.
    private static string? Own(HttpRequest request, string name) => name switch
    {
        IdePage.StartScript => IdePage.Start(request.PathBase + GraphQLEndpoint.Path, LikesChinese(request)),
        IdePage.NarrowStyles => IdeArchive.NarrowStyles(),
        _ => null,
    };

    private static bool LikesChinese(HttpRequest request) => request.Headers.AcceptLanguage.ToString().TrimStart().StartsWith("zh", StringComparison.OrdinalIgnoreCase);

    private static string Type(string name) => Types.TryGetContentType(name, out var type) ? type : "application/octet-stream";

    private static bool IsNamedByContent(string name) =>
        name.StartsWith("chunk-", StringComparison.Ordinal) || name.StartsWith("worker-", StringComparison.Ordinal) || name.StartsWith("media/", StringComparison.Ordinal);
}
