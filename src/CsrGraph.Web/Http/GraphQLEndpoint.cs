using CsrGraph.GraphQL;
using Microsoft.AspNetCore.Http;

namespace CsrGraph.Web.Http;

/// <summary>GraphQL over HTTP: POST of JSON, GET for queries.</summary>
internal sealed class GraphQLEndpoint(AnswerGraphQL answer, int maxBody)
{
    public const string Path = "/graphql";

    public async Task HandleAsync(HttpContext context)
    {
        var (request, response) = (context.Request, context.Response);
        response.Headers.Vary = "Accept";
        var mediaType = MediaType.Choose(request.Headers) ?? throw HttpFault.NotAcceptable();
        var isGet = HttpMethods.IsGet(request.Method);
        if (!isGet && !HttpMethods.IsPost(request.Method))
        {
            response.Headers.Allow = "GET, POST";
            throw HttpFault.MethodNotAllowed($"{request.Method} is not for {Path}; use POST, or GET for a query");
        }

        var question = isGet ? RequestReader.ReadGet(request.Query) : await RequestReader.ReadPostAsync(request, maxBody, context.RequestAborted);
        using var given = await answer(question, context.RequestAborted);
        var status = isGet && given.Code == ErrorCode.NotAQuery ? StatusCodes.Status405MethodNotAllowed : Status(given, mediaType);
        if (status == StatusCodes.Status405MethodNotAllowed) response.Headers.Allow = "POST";
        await ResponseWriter.WriteAsync(response, status, mediaType, given.Json, context.RequestAborted);
    }

    // Clients that ask for plain JSON take any status but 200 for a failure of the transport, and read no further.
    private static int Status(ApiAnswer answer, string mediaType) => answer switch
    {
        { IsExecuted: true } => StatusCodes.Status200OK,
        { Code: ErrorCode.Internal } => StatusCodes.Status500InternalServerError,
        _ => mediaType == MediaType.Json ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest,
    };
}
