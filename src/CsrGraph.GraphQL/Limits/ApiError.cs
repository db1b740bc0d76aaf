using GraphQL;

namespace CsrGraph.GraphQL.Limits;

/// <summary>An error that its reader can act upon; its message is shown.</summary>
internal sealed class ApiError : ExecutionError
{
    public ApiError(string code, string message, Exception? inner = null)
        : base(message, inner)
    {
        Code = code;
    }

    /// <summary>The limit that was met; null where it is another error.</summary>
    public Limit? Limit { get; private init; }

    /// <summary>An argument or variable that cannot be used.</summary>
    public static ApiError Input(string message) => new(ErrorCode.BadUserInput, message);

    /// <summary>A question that is larger than is answered.</summary>
    public static ApiError Exceeds(Limit limit, string message, Exception? inner = null) => new(ErrorCode.LimitExceeded, message, inner) { Limit = limit };

    /// <summary>Refuses a question that asks for more than a limit allows.</summary>
    /// <param name="limit">Which.</param>
    /// <param name="asked">What is asked.</param>
    /// <param name="allowed">What it allows.</param>
    /// <param name="message">Says so, of what is asked and what is allowed.</param>
    /// <exception cref="ApiError">It does.</exception>
    public static void Require(string limit, long asked, long allowed, Func<long, long, string> message)
    {
        if (asked > allowed) throw Exceeds(new Limit(limit, allowed, asked), message(asked, allowed));
    }
}

/// <summary>A limit that was met.</summary>
/// <param name="Name">Which.</param>
/// <param name="Allowed">What it allows.</param>
/// <param name="Asked">What was asked; at least so much, where counting ended there; null where it is not known.</param>
internal sealed record Limit(string Name, long Allowed, long? Asked);
