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

    /// <summary>An argument or variable that cannot be used.</summary>
    public static ApiError Input(string message) => new(ErrorCode.BadUserInput, message);
}
