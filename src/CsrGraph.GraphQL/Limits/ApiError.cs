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
}

/// <summary>A limit that was met.</summary>
/// <param name="Name">Which.</param>
/// <param name="Allowed">What it allows.</param>
/// <param name="Asked">What was asked; at least so much, where counting ended there; null where it is not known.</param>
internal sealed record Limit(string Name, long Allowed, long? Asked);
