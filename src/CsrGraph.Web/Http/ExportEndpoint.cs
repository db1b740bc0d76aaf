using CsrGraph.Export;
using Microsoft.AspNetCore.Http;

namespace CsrGraph.Web.Http;

/// <summary>Sends the graph, or a part of it, in a format that other programs read: <c>GET /export/F</c>.</summary>
internal sealed class ExportEndpoint(ServedGraph graph, int most)
{
    /// <summary>What stands before the format.</summary>
    public const string Path = "/export/";

    private const string Filter = "filter";
    private const string OverFilter = "overFilter";

    private static readonly string[] Parameters = ["around", "projection", Filter, OverFilter, "minWeight", "validAt", "knownAt"];

    private int running;

    public static bool IsAskedBy(HttpRequest request) => request.Path.Value?.StartsWith(Path, StringComparison.Ordinal) == true;

    public async Task HandleAsync(HttpContext context)
    {
        Methods.RequireGet(context);
        var name = context.Request.Path.Value![Path.Length..];
        if (!ExportFormat.TryFind(name, out var format)) throw HttpFault.NotFound($"{Path}{name}", $"exports are {string.Join(", ", ExportFormat.All.Select(f => Path + f.Name))}");
        var request = await ReadAsync(context.Request.Query);
        try
        {
            if (Interlocked.Increment(ref running) > most) throw HttpFault.TooManyExports(most);
            await SendAsync(context, format, request);
        }
        finally
        {
            Interlocked.Decrement(ref running);
        }
    }

    private async Task SendAsync(HttpContext context, ExportFormat format, ExportRequest request)
    {
        var export = await OpenAsync(format, request, context.RequestAborted);
        var response = context.Response;
        response.ContentType = format.MediaType;
        response.Headers.ContentDisposition = $"attachment; filename=\"csrgraph-{export.Snapshot.Head}.{format.Extension}\"";
        response.Headers.CacheControl = "no-cache";
        if (HttpMethods.IsHead(context.Request.Method)) return;
        await export.WriteAsync(format, response.Body, context.RequestAborted);
    }

    private async Task<ExportRequest> ReadAsync(IQueryCollection query)
    {
        // What is misspelt would export the whole graph.
        if (query.Keys.FirstOrDefault(k => !Parameters.Contains(k)) is { } unknown) throw HttpFault.BadRequest($"there is no parameter '{unknown}': an export takes {string.Join(", ", Parameters)}");
        try
        {
            var request = ExportRequest.Read(
                query["around"].OfType<string>(),
                RequestReader.Single(query, "validAt"),
                RequestReader.Single(query, "knownAt"),
                RequestReader.Single(query, "projection"),
                RequestReader.Single(query, "minWeight"));
            return request with { Filter = await FilterAsync(query, Filter), OverFilter = await FilterAsync(query, OverFilter) };
        }
        catch (FormatException e)
        {
            throw HttpFault.BadRequest(e.Message);
        }
    }

    private async Task<AskedFilter?> FilterAsync(IQueryCollection query, string name) =>
        RequestJson.ReadParameter(RequestReader.Single(query, name), name) is { } json ? new AskedFilter(await graph.ReadFilter(name, json), json) : null;

    private async Task<GraphExport> OpenAsync(ExportFormat format, ExportRequest request, CancellationToken cancellation)
    {
        try
        {
            format.Check(request);
            return await GraphExport.OpenAsync(graph.Store, graph.Vocabulary, request with { MaxPairs = graph.MaxPairs, MaxRows = graph.MaxProjectionRows }, graph.Scratch, cancellation);
        }
        catch (ExportRefusedException e)
        {
            throw HttpFault.BadRequest(e.Message);
        }
    }
}
