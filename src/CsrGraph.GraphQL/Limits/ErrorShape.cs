using GraphQL;
using GraphQL.Execution;
using GraphQL.Validation;

namespace CsrGraph.GraphQL.Limits;

/// <summary>How errors are shown: a message of bounded length, and a code from the list.</summary>
internal sealed class ErrorShape(ApiOptions options) : IErrorInfoProvider
{
    /// <summary>An error's code.</summary>
    public static string CodeOf(ExecutionError error) => error switch
    {
        ApiError => error.Code ?? ErrorCode.Internal,
        SyntaxError => ErrorCode.ParseFailed,
        InvalidVariableError => ErrorCode.BadUserInput,
        ValidationError => ErrorCode.ValidationFailed,
        NoOperationError or NoOperationNameError or InvalidOperationNameError => ErrorCode.OperationResolutionFailure,
        QueryMissingError => ErrorCode.BadRequest,
        RequestError => ErrorCode.ValidationFailed,
        _ => ErrorCode.Internal,
    };

    public ErrorInfo GetInfo(ExecutionError executionError) => new()
    {
        Message = Cut(executionError.Message),
        Extensions = new Dictionary<string, object?> { ["code"] = CodeOf(executionError) },
    };

    private string Cut(string message)
    {
        if (message.Length <= options.MaxMessageLength) return message;
        var end = options.MaxMessageLength - 1;
        if (char.IsHighSurrogate(message[end - 1])) end--;
        return message[..end] + "…";
    }
}
