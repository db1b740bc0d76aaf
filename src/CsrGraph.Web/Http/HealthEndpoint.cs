using CsrGraph.Store;
using Microsoft.AspNetCore.Http;

namespace CsrGraph.Web.Http;

/// <summary>Says whether the process is up, and whether the store answers, for whoever watches them.</summary>
internal sealed class HealthEndpoint(ReadHead head, TimeProvider time)
{
    /// <summary>Whether the process is up.</summary>
    public const string LivePath = "/health/live";

    /// <summary>Whether the store answers, so that questions can be sent here.</summary>
    public const string ReadyPath = "/health/ready";

    /// <summary>The same as <see cref="ReadyPath"/>.</summary>
    public const string Path = "/healthz";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    public async Task HandleAsync(HttpContext context)
    {
        Methods.RequireGet(context);
        context.Response.Headers.CacheControl = "no-store";
        if (context.Request.Path == LivePath)
        {
            await WriteAsync(context, ResponseWriter.Json(json => json.WriteString("status", "ok")));
            return;
        }

        long number;
        try
        {
            number = await head(context.RequestAborted).WaitAsync(Patience, time, context.RequestAborted);
        }
        catch (TimeoutException e)
        {
            throw new StoreUnavailableException($"the store has not answered within {Patience.TotalSeconds:0} s", e);
        }

        var body = ResponseWriter.Json(json =>
        {
            json.WriteString("status", "ok");
            json.WriteNumber("changeSet", number);
        });
        await WriteAsync(context, body);
    }

    private static Task WriteAsync(HttpContext context, ReadOnlyMemory<byte> body) =>
        ResponseWriter.WriteAsync(context.Response, StatusCodes.Status200OK, MediaType.Json, body, context.RequestAborted);
}
