using CsrGraph.GraphQL;
using Microsoft.AspNetCore.Http;

namespace CsrGraph.Web.Http;

/// <summary>The status of an answer.</summary>
internal static class AnswerStatus
{
    private const int PartialSuccess = 294;

    // Clients that ask for plain JSON take any status but 200 for a failure of the transport, and read no further.
    public static int Of(ApiAnswer answer, string mediaType, StatusCodeSet set) => answer switch
    {
        { IsExecuted: true, HasErrors: true, HasData: true } when set == StatusCodeSet.Of2026 && mediaType == MediaType.GraphQLResponse => PartialSuccess,
        { IsExecuted: true } => StatusCodes.Status200OK,
        { Code: ErrorCode.Internal } => StatusCodes.Status500InternalServerError,
        _ when mediaType == MediaType.Json => StatusCodes.Status200OK,
        { Code: ErrorCode.BadRequest or ErrorCode.ParseFailed } => StatusCodes.Status400BadRequest,
        _ => set == StatusCodeSet.Of2026 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status400BadRequest,
    };
}
