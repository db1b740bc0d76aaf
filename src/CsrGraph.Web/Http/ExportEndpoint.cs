using CsrGraph.Export;
using Microsoft.AspNetCore.Http;

namespace CsrGraph.Web.Http;

/// <summary>Sends the graph, or a part of it, in a format that other programs read: <c>GET /export/F</c>.</summary>
internal sealed class ExportEndpoint(ServedGraph graph)
{
    /// <summary>What stands before the format.</summary>
    public const string Path = "/export/";

    private static readonly string[] Parameters = ["around", "validAt", "knownAt"];

    public static bool IsAskedBy(HttpRequest request) => request.Path.Value?.StartsWith(Path, StringComparison.Ordinal) == true;

    public async Task HandleAsync(HttpContext context)
    {
        RequireGet(context);
        var name = context.Request.Path.Value![Path.Length..];
        if (!ExportFormat.TryFind(name, out var format)) throw HttpFault.NotFound($"{Path}{name}", $"exports are {string.Join(", ", ExportFormat.All.Select(f => Path + f.Name))}");
        var export = await OpenAsync(Read(context.Request.Query), context.RequestAborted);
        var response = context.Response;
        response.ContentType = format.MediaType;
        response.Headers.ContentDisposition = $"attachment; filename=\"csrgraph-{export.Snapshot.Head}.{format.Extension}\"";
        response.Headers.CacheControl = "no-cache";
        if (HttpMethods.IsHead(context.Request.Method)) return;
        await export.WriteAsync(format, response.Body, context.RequestAborted);
    }

    private static void RequireGet(HttpContext context)
    {
        if (HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method)) return;
        context.Response.Headers.Allow = "GET, HEAD";
        throw HttpFault.MethodNotAllowed($"{context.Request.Method} is not for {context.Request.Path}; use GET");
    }

    private static ExportRequest Read(IQueryCollection query)
    {
        // What is misspelt would export the whole graph.
        if (query.Keys.FirstOrDefault(k => !Parameters.Contains(k)) is { } unknown) throw HttpFault.BadRequest($"there is no parameter '{unknown}': an export takes {string.Join(", ", Parameters)}");
        try
        {
            return ExportRequest.Read(query["around"].OfType<string>(), RequestReader.Single(query, "validAt"), RequestReader.Single(query, "knownAt"));
        }
        catch (FormatException e)
        {
            throw HttpFault.BadRequest(e.Message);
        }
    }

    private async Task<GraphExport> OpenAsync(ExportRequest request, CancellationToken cancellation)
    {
        try
        {
            return await GraphExport.OpenAsync(graph.Store, graph.Vocabulary, request, graph.Scratch, cancellation);
        }
        catch (ExportRefusedException e)
        {
            throw HttpFault.BadRequest(e.Message);
        }
    }
}
