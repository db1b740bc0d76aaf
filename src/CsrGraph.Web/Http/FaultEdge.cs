using System.Globalization;
using CsrGraph.GraphQL;
using CsrGraph.Store;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace CsrGraph.Web.Http;

/// <summary>Turns whatever goes wrong in a request into the one error shape, and logs what the one who runs the server can act on.</summary>
internal sealed class FaultEdge(RequestDelegate next, ILogger<WebServer> log)
{
    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
        }
        catch (HttpFault fault)
        {
            await WriteAsync(context, fault);
        }
        catch (StoreUnavailableException e)
        {
            ServerLog.StoreUnavailable(log, e.Message);
            await WriteAsync(context, HttpFault.Unavailable(e.Message));
        }
        catch (BadHttpRequestException e)
        {
            await WriteAsync(context, new HttpFault(e.StatusCode, ErrorCode.BadRequest, e.Message));
        }
        catch (Exception e) when (context.RequestAborted.IsCancellationRequested || IsLost(e))
        {
            // Nobody is there to be answered; a status of its own keeps such requests apart in a proxy's log.
            if (!context.Response.HasStarted) context.Response.StatusCode = StatusCodes.Status499ClientClosedRequest;
        }
#pragma warning disable CA1031 // The edge answers every failure; nobody above it could.
        catch (Exception e)
#pragma warning restore CA1031
        {
            ServerLog.RequestFailed(log, e, context.TraceIdentifier);
            await WriteAsync(context, HttpFault.Internal(context.TraceIdentifier));
        }
    }

    // What reads a body may learn that the connection has ended before the request is told.
    private static bool IsLost(Exception e) => e is ConnectionResetException or ConnectionAbortedException;

    private static async Task WriteAsync(HttpContext context, HttpFault fault)
    {
        if (context.Response.HasStarted)
        {
            context.Abort();
            return;
        }

        // The rest of a body that nobody reads would be taken for the next request.
        if (fault.Status == StatusCodes.Status413PayloadTooLarge) context.Response.Headers.Connection = "close";
        if (fault.RetryAfter is { } pause) context.Response.Headers.RetryAfter = ((int)pause.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        var mediaType = MediaType.Choose(context.Request.Headers) switch
        {
            null => MediaType.Json,
            MediaType.EventStream => MediaType.GraphQLResponse,
            var chosen => chosen,
        };
        var status = fault.IsRefusal && mediaType == MediaType.Json ? StatusCodes.Status200OK : fault.Status;
        await ResponseWriter.WriteAsync(context.Response, status, fault, mediaType, context.RequestAborted);
    }
}
