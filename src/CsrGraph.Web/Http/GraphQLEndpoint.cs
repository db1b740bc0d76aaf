using Microsoft.AspNetCore.Http;

namespace CsrGraph.Web.Http;

/// <summary>GraphQL over HTTP: POST of JSON, GET for queries.</summary>
internal sealed class GraphQLEndpoint(AnswerGraphQL answer, int maxBody)
{
    public const string Path = "/graphql";

    private const string Allowed = "GET, POST";

    public async Task HandleAsync(HttpContext context)
    {
        var (request, response) = (context.Request, context.Response);
        response.Headers.Vary = "Accept";
        var mediaType = MediaType.Choose(request.Headers) ?? throw HttpFault.NotAcceptable();
        GraphQLQuestion question;
        if (HttpMethods.IsGet(request.Method))
        {
            question = RequestReader.ReadGet(request.Query);
        }
        else if (HttpMethods.IsPost(request.Method))
        {
            question = await RequestReader.ReadPostAsync(request, maxBody, context.RequestAborted);
        }
        else
        {
            response.Headers.Allow = Allowed;
            throw HttpFault.MethodNotAllowed($"{request.Method} is not for {Path}; use POST, or GET for a query");
        }

        var given = await answer(question, context.RequestAborted);
        if (given.Outcome == AnswerOutcome.NotAQuery) response.Headers.Allow = "POST";
        await ResponseWriter.WriteAsync(response, Status(given.Outcome, mediaType), mediaType, given.Json, context.RequestAborted);
    }

    // Clients that ask for plain JSON take any status but 200 for a failure of the transport, and read no further.
    private static int Status(AnswerOutcome outcome, string mediaType) => outcome switch
    {
        AnswerOutcome.Executed => StatusCodes.Status200OK,
        AnswerOutcome.NotAQuery => StatusCodes.Status405MethodNotAllowed,
        _ => mediaType == MediaType.Json ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest,
    };
}
