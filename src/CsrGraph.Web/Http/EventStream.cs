using CsrGraph.GraphQL;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace CsrGraph.Web.Http;

/// <summary>Writes answers as server-sent events, each operation on a connection of its own: <c>next</c> for an answer, <c>complete</c> after the last.</summary>
internal sealed class EventStream(HttpResponse response, TimeProvider time)
{
    // Proxies close what is silent for half a minute or longer.
    private static readonly TimeSpan KeepAlive = TimeSpan.FromSeconds(12);

    /// <summary>Writes all answers. Nothing is read ahead: a client that reads slowly has the answers wait.</summary>
    /// <exception cref="OperationCanceledException">It was cancelled, as where the client hung up.</exception>
    public async Task WriteAsync(IAsyncEnumerable<ApiAnswer> answers, CancellationToken cancellation)
    {
        response.StatusCode = StatusCodes.Status200OK;
        response.ContentType = MediaType.EventStream + "; charset=utf-8";
        response.Headers.CacheControl = "no-store";
        response.Headers["X-Accel-Buffering"] = "no";
        response.HttpContext.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        await CommentAsync(cancellation);
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        await using var next = answers.GetAsyncEnumerator(ended.Token);
        while (await MoveNextAsync(next, ended))
        {
            using var answer = next.Current;
            await response.Body.WriteAsync("event: next\ndata: "u8.ToArray(), cancellation);
            await response.Body.WriteAsync(answer.Json, cancellation);
            await response.Body.WriteAsync("\n\n"u8.ToArray(), cancellation);
            await response.Body.FlushAsync(cancellation);
        }

        await response.Body.WriteAsync("event: complete\ndata: \n\n"u8.ToArray(), cancellation);
    }

    private async Task<bool> MoveNextAsync(IAsyncEnumerator<ApiAnswer> answers, CancellationTokenSource ended)
    {
        var moving = answers.MoveNextAsync();
        if (moving.IsCompleted) return await moving;
        var moved = moving.AsTask();
        try
        {
            while (true)
            {
                await ((Task)moved).WaitAsync(KeepAlive, time, CancellationToken.None).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                if (moved.IsCompleted) return await moved;
                await CommentAsync(ended.Token);
            }
        }
        catch
        {
            // What still looks for the next answer must have ended before it can be given up.
            await ended.CancelAsync();
            await ((Task)moved).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            throw;
        }
    }

    private async Task CommentAsync(CancellationToken cancellation)
    {
        await response.Body.WriteAsync(":\n\n"u8.ToArray(), cancellation);
        await response.Body.FlushAsync(cancellation);
    }
}
