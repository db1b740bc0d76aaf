using Microsoft.Extensions.Logging;

namespace CsrGraph.Web;

/// <summary>The numbered events of the server's log. None holds a question or anything secret.</summary>
internal static partial class ServerLog
{
    [LoggerMessage(1, LogLevel.Information, "Listening on {Addresses}")]
    public static partial void Started(ILogger log, string addresses);

    [LoggerMessage(2, LogLevel.Information, "Ended")]
    public static partial void Stopped(ILogger log);

    [LoggerMessage(10, LogLevel.Warning, "The store does not answer: {Reason}")]
    public static partial void StoreUnavailable(ILogger log, string reason);

    [LoggerMessage(11, LogLevel.Error, "Request {TraceId} failed")]
    public static partial void RequestFailed(ILogger log, Exception exception, string traceId);
}
