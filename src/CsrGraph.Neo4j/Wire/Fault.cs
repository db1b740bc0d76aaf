using System.Security.Authentication;
using CsrGraph.Store;

namespace CsrGraph.Neo4j.Wire;

/// <summary>Says in a sentence what is wrong with Neo4j and who can do what about it; never a secret.</summary>
internal static class Fault
{
    /// <summary>The exception that a store's caller gets; null for what is a fault of a statement, and so of ours.</summary>
    public static StoreUnavailableException? Of(Exception exception, Neo4jOptions options)
    {
        var address = options.Address;
        return exception switch
        {
            Neo4jException e => Of(e, options),
            HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } e => new StoreUnavailableException(Insecure(e, options), e),
            HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError } e => new StoreUnavailableException(
                $"the host of Neo4j's address {address} is not known: mend NEO4J_URI", e),
            HttpRequestException e when ErrorCodes.IsUnsent(e) => new StoreUnavailableException(
                $"Neo4j does not answer at {address}: start it, or mend NEO4J_URI; its HTTP connector must be on (server.http.enabled)", e),
            HttpRequestException { HttpRequestError: HttpRequestError.InvalidResponse } e => new StoreUnavailableException(
                $"what answers at {address} does not speak HTTP: NEO4J_URI is to name Neo4j's HTTP port (7474, or 7473 for https), not its Bolt port", e),
            HttpRequestException or CutAnswerException => new StoreUnavailableException(
                $"the connection to Neo4j at {address} ended before its answer did: try again; where that goes on, see Neo4j's log", exception),
            ForeignAnswerException e => new StoreUnavailableException(
                $"what answers at {address} is not Neo4j's Query API ({e.Message}): mend NEO4J_URI, or the proxy before it", e),
            _ => null,
        };
    }

    /// <summary>The time is over; <paramref name="last"/> is what the attempts met with meanwhile, if anything.</summary>
    public static StoreUnavailableException Late(TimeSpan limit, Exception? last, Neo4jOptions options) =>
        (last is null ? null : Of(last, options)) ?? new StoreUnavailableException(
            $"Neo4j at {options.Address} has not answered within {limit.TotalSeconds:0.#} s: ask for less, or try again when it has less to do");

    public static CommitUnknownException CommitUnknown(Exception? inner, Neo4jOptions options) => new(
        $"the connection to Neo4j at {options.Address} ended before it had said whether it wrote: run the same again, which changes nothing twice", inner);

    private static StoreUnavailableException? Of(Neo4jException e, Neo4jOptions options)
    {
        if (ErrorCodes.IsMemory(e.Code))
        {
            return new OutOfMemoryAtServerException(
                $"Neo4j has not enough memory for this ({e.Message}): raise dbms.memory.transaction.total.max or server.memory.heap.max_size", e);
        }

        return Sentence(e, options) is { } sentence ? new StoreUnavailableException(sentence, e) : null;
    }

    private static string? Sentence(Neo4jException e, Neo4jOptions options) => e.Code switch
    {
        "Neo.ClientError.Security.Unauthorized" or "Neo.ClientError.Security.TokenExpired" =>
            options is { Username: null, Token: null }
                ? $"Neo4j at {options.Address} wants a user and a password: set NEO4J_USERNAME and NEO4J_PASSWORD"
                : $"Neo4j at {options.Address} does not let {User(options)} in: mend NEO4J_USERNAME and NEO4J_PASSWORD, or NEO4J_TOKEN",
        "Neo.ClientError.Security.AuthenticationRateLimit" =>
            $"Neo4j at {options.Address} was given a wrong password too often and lets nobody in for some seconds: mend NEO4J_PASSWORD, wait, and try again",
        "Neo.ClientError.Security.CredentialsExpired" =>
            $"the password of {User(options)} at {options.Address} must be changed first: in Neo4j Browser, or by 'ALTER CURRENT USER SET PASSWORD'",
        "Neo.ClientError.Security.Forbidden" =>
            $"{User(options)} may not do this at {options.Address}: whoever runs Neo4j grants it the rights to read, write and index ({e.Message})",
        "Neo.ClientError.Database.DatabaseNotFound" =>
            $"Neo4j at {options.Address} has no database '{options.Database}': mend NEO4J_DATABASE, or create it",
        "Neo.ClientError.General.ForbiddenOnReadOnlyDatabase" or "Neo.ClientError.General.WriteOnReadOnlyAccessDatabase" =>
            $"the database '{options.Database}' at {options.Address} is read only: write to another, or have whoever runs Neo4j allow writes",
        "Neo.ClientError.Cluster.NotALeader" =>
            $"the member of the cluster at {options.Address} does not write, and found none that does: name the leader's address, or try again",
        "Neo.ClientError.Request.Invalid" when ErrorCodes.IsGone(e) =>
            "Neo4j has rolled the transaction back, as nothing was asked in it for too long or Neo4j was restarted: do it again",
        _ when e.Code.StartsWith("Neo.ClientError.Transaction.", StringComparison.Ordinal)
            || e.Code is "Neo.TransientError.Transaction.Terminated" or "Neo.TransientError.Transaction.LockClientStopped" =>
            $"Neo4j at {options.Address} ended the transaction: it took too long, or somebody ended it ({e.Message.Trim()})",
        _ when e.Code.StartsWith("Neo.TransientError.", StringComparison.Ordinal) || ErrorCodes.IsTransient(e) =>
            $"Neo4j at {options.Address} could not do it now: try again ({e.Message.Trim()})",
        _ when e.Code.StartsWith("Neo.DatabaseError.", StringComparison.Ordinal) =>
            $"Neo4j at {options.Address} failed by itself: its debug.log says why ({e.Message.Trim()})",
        _ => null,
    };

    private static string User(Neo4jOptions options) => options.Username is { } user ? $"the user '{user}'" : "the token's user";

    private static string Insecure(HttpRequestException exception, Neo4jOptions options)
    {
        var reason = exception.InnerException is AuthenticationException or IOException ? exception.InnerException.Message : exception.Message;
        var trust = options.AuthorityFile is { } file ? $"it is not of the authority in '{file}'" : "a private authority is named by NEO4J_CA";
        return $"Neo4j at {options.Address} shows no certificate to be believed ({reason}): {trust}; where it speaks plain HTTP, write http://";
    }
}
