using Microsoft.Extensions.Logging;

namespace CsrGraph.Web;

/// <summary>The numbered events of the server's log. None holds a question or anything secret.</summary>
public static partial class ServerLog
{
    /// <summary>What takes faults of the API, each with the id that the answer names.</summary>
    public static Action<string, Exception> Faults(ILoggerFactory logging)
    {
        var log = logging.CreateLogger<WebServer>();
        return (id, exception) => RequestFailed(log, exception, id);
    }

    [LoggerMessage(1, LogLevel.Information, "Listening on {Addresses}")]
    internal static partial void Started(ILogger log, string addresses);

    [LoggerMessage(2, LogLevel.Information, "Ended")]
    internal static partial void Stopped(ILogger log);

    [LoggerMessage(10, LogLevel.Warning, "The store does not answer: {Reason}")]
    internal static partial void StoreUnavailable(ILogger log, string reason);

    [LoggerMessage(11, LogLevel.Error, "Fault {Id}")]
    internal static partial void RequestFailed(ILogger log, Exception exception, string id);
}
