using System.Net;
using System.Runtime.CompilerServices;
using CsrGraph.GraphQL;
using Xunit;

namespace CsrGraph.Tests.Web;

public sealed class EventStreamSpecs
{
    private const string Question = """{"query":"{ a }"}""";
    private const string Stream = "text/event-stream";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_answer_is_a_next_event_and_complete_comes_after_the_last()
    {
        await using var server = await RunningServer.StartAsync(listen: (_, _) => Task.FromResult(new ApiAnswers(Numbers(2), null)));

        var response = await server.PostAsync(Question, Stream);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("text/event-stream; charset=utf-8", response.Content.Headers.ContentType!.ToString());
        Assert.Equal("no-store", response.Headers.CacheControl!.ToString());
        Assert.Equal(
            ":\n\nevent: next\ndata: {\"data\":1}\n\nevent: next\ndata: {\"data\":2}\n\nevent: complete\ndata: \n\n",
            await response.Content.ReadAsStringAsync(Cancellation));
    }

    [Theory]
    [InlineData("text/event-stream", true)]
    [InlineData("text/event-stream, application/json;q=0.9", true)]
    [InlineData("text/event-stream, multipart/mixed", true)]
    [InlineData("application/graphql-response+json, application/json, text/event-stream, multipart/mixed", false)]
    [InlineData("text/event-stream;q=0.5, application/json", false)]
    [InlineData("text/*, application/json", false)]
    [InlineData("*/*", false)]
    public async Task A_stream_is_for_clients_that_like_it_better_than_one_answer(string accept, bool isStream)
    {
        await using var server = await RunningServer.StartAsync();

        var response = await server.PostAsync(Question, accept);

        Assert.Equal(isStream, response.Content.Headers.ContentType!.MediaType == Stream);
    }

    [Fact]
    public async Task A_stream_is_answered_to_GET_too()
    {
        await using var server = await RunningServer.StartAsync();

        var response = await server.SendAsync(HttpMethod.Get, "graphql?query=%7Ba%7D", Stream);

        Assert.EndsWith("event: complete\ndata: \n\n", await response.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{", "application/json", HttpStatusCode.BadRequest, ErrorCode.BadRequest)]
    [InlineData(Question, "text/plain", HttpStatusCode.UnsupportedMediaType, "UNSUPPORTED_MEDIA_TYPE")]
    public async Task What_is_no_request_gets_its_status_and_no_stream(string body, string type, HttpStatusCode status, string code)
    {
        await using var server = await RunningServer.StartAsync();

        await ErrorShape.RequireAsync(await server.PostAsync(body, Stream, type), status, code);
    }

    [Fact]
    public async Task A_client_that_hangs_up_ends_what_is_listened_to()
    {
        var ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var server = await RunningServer.StartAsync(listen: (_, _) => Task.FromResult(new ApiAnswers(Silence(CancellationToken.None), new Ending(ended))));
        using var request = new HttpRequestMessage(HttpMethod.Get, "graphql?query=%7Ba%7D") { Headers = { { "Accept", Stream } } };

        var response = await server.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Cancellation);
        Assert.False(ended.Task.IsCompleted);
        response.Dispose();

        await ended.Task.WaitAsync(Patience, Cancellation);
    }

    [Fact]
    public async Task A_server_that_ends_ends_its_streams_without_complete_so_that_clients_come_again()
    {
        var server = await RunningServer.StartAsync(listen: (_, _) => Task.FromResult(new ApiAnswers(Silence(CancellationToken.None), null)));
        using var client = new HttpClient { BaseAddress = server.Address };
        using var request = new HttpRequestMessage(HttpMethod.Get, "graphql?query=%7Ba%7D") { Headers = { { "Accept", Stream } } };
        using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Cancellation);

        await server.DisposeAsync();

        Assert.Equal(":\n\n", await response.Content.ReadAsStringAsync(Cancellation).WaitAsync(Patience, Cancellation));
    }

    private static async IAsyncEnumerable<ApiAnswer> Numbers(int count)
    {
        for (var i = 1; i <= count; i++)
        {
            await Task.Yield();
            yield return RunningServer.Json($$"""{"data":{{i}}}""");
        }
    }

    private static async IAsyncEnumerable<ApiAnswer> Silence([EnumeratorCancellation] CancellationToken cancellation)
    {
        await Task.Delay(Timeout.Infinite, cancellation);
        yield break;
    }

    private sealed class Ending(TaskCompletionSource ended) : IDisposable
    {
        public void Dispose() => ended.SetResult();
    }
}
