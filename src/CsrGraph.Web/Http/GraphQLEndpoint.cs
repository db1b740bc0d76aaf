using System.Runtime.CompilerServices;
using CsrGraph.GraphQL;
using CsrGraph.Web.Documents;
using Microsoft.AspNetCore.Http;

namespace CsrGraph.Web.Http;

/// <summary>GraphQL over HTTP: POST of JSON, GET for queries; and event streams of both, as graphql-sse has them on distinct connections.</summary>
internal sealed class GraphQLEndpoint(AnswerGraphQL answer, ListenGraphQL listen, WebSettings settings, CancellationToken stopping)
{
    public const string Path = "/graphql";

    private readonly KnownDocuments documents = new(settings.Documents, settings.IsOnlyDocuments);

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

        var asked = isGet ? RequestReader.ReadGet(request.Query) : await RequestReader.ReadPostAsync(request, settings.MaxBody, context.RequestAborted);
        if (mediaType == MediaType.EventStream)
        {
            await StreamAsync(context, asked);
            return;
        }

        using var given = await answer(documents.Resolve(asked), context.RequestAborted);
        if (given.IsExecuted) documents.Keep(asked);
        var status = isGet && given.Code == ErrorCode.NotAQuery ? StatusCodes.Status405MethodNotAllowed : AnswerStatus.Of(given, mediaType, settings.StatusCodes);
        if (status == StatusCodes.Status405MethodNotAllowed) response.Headers.Allow = "POST";
        await ResponseWriter.WriteAsync(response, status, mediaType, given.Json, context.RequestAborted);
    }

    private async Task StreamAsync(HttpContext context, AskedDocument asked)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopping);
        using var stream = await listen(documents.Resolve(asked), ending.Token);
        try
        {
            await new EventStream(context.Response, TimeProvider.System).WriteAsync(Kept(stream.Answers, asked), ending.Token);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested && !context.RequestAborted.IsCancellationRequested)
        {
            // Without 'complete' the client knows that there is more, and comes again.
        }
    }

    private async IAsyncEnumerable<ApiAnswer> Kept(
        IAsyncEnumerable<ApiAnswer> answers, AskedDocument asked, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        await foreach (var given in answers.WithCancellation(cancellation))
        {
            if (given.IsExecuted) documents.Keep(asked);
            yield return given;
        }
    }
}
