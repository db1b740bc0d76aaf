using CsrGraph.Store;
using Microsoft.AspNetCore.Http;

namespace CsrGraph.Web.Http;

/// <summary>Says whether the store answers, for whoever watches the process.</summary>
internal sealed class HealthEndpoint(ReadHead head, TimeProvider time)
{
    public const string Path = "/healthz";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    public async Task HandleAsync(HttpContext context)
    {
        if (!HttpMethods.IsGet(context.Request.Method) && !HttpMethods.IsHead(context.Request.Method))
        {
            context.Response.Headers.Allow = "GET, HEAD";
            throw HttpFault.MethodNotAllowed($"{context.Request.Method} is not for {Path}; use GET");
        }

        context.Response.Headers.CacheControl = "no-store";
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
        await ResponseWriter.WriteAsync(context.Response, StatusCodes.Status200OK, MediaType.Json, body, context.RequestAborted);
    }
}
