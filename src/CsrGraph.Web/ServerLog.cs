using CsrGraph.GraphQL;
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

    /// <summary>What takes operations that were answered, a line for each; null where the log does not go into such detail.</summary>
    public static Action<OperationReport>? Operations(ILoggerFactory logging)
    {
        var log = logging.CreateLogger<WebServer>();
        return log.IsEnabled(LogLevel.Information)
            ? r => Answered(log, r.Type ?? "-", r.Name ?? "-", r.Hash, r.Code ?? "ok", r.Took.TotalMilliseconds, r.Cost, r.Rows, r.StoreCalls)
            : null;
    }

    [LoggerMessage(1, LogLevel.Information, "Listening on {Addresses}")]
    internal static partial void Started(ILogger log, string addresses);

    [LoggerMessage(2, LogLevel.Information, "Ended")]
    internal static partial void Stopped(ILogger log);

    [LoggerMessage(20, LogLevel.Information, "{Type} {Name} {Hash} {Code}, took {Milliseconds:0.0} ms: cost {Cost}, {Rows} rows of {StoreCalls} store calls")]
    internal static partial void Answered(
        ILogger log, string type, string name, string hash, string code, double milliseconds, long cost, long rows, int storeCalls);

    [LoggerMessage(10, LogLevel.Warning, "The store does not answer: {Reason}")]
    internal static partial void StoreUnavailable(ILogger log, string reason);

    [LoggerMessage(11, LogLevel.Error, "Fault {Id}")]
    internal static partial void RequestFailed(ILogger log, Exception exception, string id);
}
