using GraphQL;
using GraphQL.Execution;
using GraphQL.Validation;

namespace CsrGraph.GraphQL.Limits;

/// <summary>How errors are shown: a message of bounded length, and a code from the list; of a limit what it allows, and what was asked.</summary>
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

    public ErrorInfo GetInfo(ExecutionError executionError)
    {
        var extensions = new Dictionary<string, object?> { ["code"] = CodeOf(executionError) };
        if (executionError is ApiError { Limit: { } limit })
        {
            extensions.Add("limit", limit.Name);
            extensions.Add("allowed", limit.Allowed);
            if (limit.Asked is { } asked) extensions.Add("asked", asked);
        }

        return new ErrorInfo { Message = Cut(Message(executionError)), Extensions = extensions };
    }

    // What the library says of a document names types and fields, and those that come near.
    private string Message(ExecutionError error) => options.HasIntrospection ? error.Message : error switch
    {
        ApiError or SyntaxError => error.Message,
        InvalidVariableError => "a variable's value does not fit its type",
        ValidationError { Number: { Length: > 0 } number } => $"the document does not fit the schema (section {number} of the specification)",
        ValidationError or RequestError => "the document does not fit the schema",
        _ => error.Message,
    };

    private string Cut(string message)
    {
        if (message.Length <= options.MaxMessageLength) return message;
        var end = options.MaxMessageLength - 1;
        if (char.IsHighSurrogate(message[end - 1])) end--;
        return message[..end] + "…";
    }
}
