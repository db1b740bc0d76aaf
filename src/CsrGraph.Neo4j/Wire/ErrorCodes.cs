using System.Net.Sockets;

namespace CsrGraph.Neo4j.Wire;

/// <summary>What an error says of doing the same again. The code says it, never the HTTP status.</summary>
internal static class ErrorCodes
{
    /// <summary>Neo4j refused, wrote nothing, and may do it the next time: a deadlock, a leader that changes, a database that is starting.</summary>
    public static bool IsTransient(Exception? exception) => exception is Neo4jException { Code: var code } && code switch
    {
        // Asked for, or over the limit: the next time is no better.
        "Neo.TransientError.Transaction.Terminated" or "Neo.TransientError.Transaction.LockClientStopped" => false,
        "Neo.ClientError.Cluster.NotALeader" or "Neo.ClientError.Security.AuthorizationExpired" => true,
        _ => code.StartsWith("Neo.TransientError.", StringComparison.Ordinal) && !IsMemory(code),
    };

    /// <summary>The transaction was too large for Neo4j's memory: half of it may fit.</summary>
    public static bool IsMemory(string code) =>
        code.StartsWith("Neo.TransientError.General.MemoryPool", StringComparison.Ordinal)
        || code is "Neo.TransientError.General.TransactionMemoryLimit" or "Neo.TransientError.General.TransactionOutOfMemoryError"
            or "Neo.TransientError.General.OutOfMemoryError" or "Neo.DatabaseError.General.OutOfMemoryError";

    /// <summary>Bookmarks of another database, or of one that was put back from a copy.</summary>
    public static bool IsStaleBookmark(Exception? exception) => exception is Neo4jException
    {
        Code: "Neo.ClientError.Transaction.InvalidBookmark" or "Neo.ClientError.Transaction.InvalidBookmarkMixture",
    };

    /// <summary>The transaction of a statement was no more when it came: Neo4j was restarted, or nothing was asked in it for too long.</summary>
    public static bool IsGone(Neo4jException exception) =>
        (exception.Code == "Neo.ClientError.Request.Invalid" && exception.Message.Contains("was not found", StringComparison.Ordinal))
        || exception.Code.StartsWith("Neo.ClientError.Transaction.TransactionTimedOut", StringComparison.Ordinal);

    /// <summary>The request never reached Neo4j: nobody listens, or the name is not known yet.</summary>
    public static bool IsUnsent(Exception? exception) =>
        exception is HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError };

    /// <summary>The connection ended before the whole answer was there: whether Neo4j did what was asked is not known.</summary>
    public static bool IsLost(Exception? exception) => exception is CutAnswerException
        || (exception is HttpRequestException { HttpRequestError: var error, InnerException: var inner }
            && (error is HttpRequestError.ResponseEnded || (error is HttpRequestError.Unknown && inner is IOException or SocketException)));
}
