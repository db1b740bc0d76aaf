using System.Net;
using CsrGraph.GraphQL;
using Xunit;

namespace CsrGraph.Tests.Web;

public sealed class RequestSpecs : IAsyncLifetime
{
    private readonly List<ApiRequest> asked = [];
    private RunningServer server = null!;

    public async ValueTask InitializeAsync() => server = await RunningServer.StartAsync((question, _) =>
    {
        asked.Add(question);
        return Task.FromResult(RunningServer.Json("""{"data":null}"""));
    });

    public ValueTask DisposeAsync() => server.DisposeAsync();

    [Fact]
    public async Task A_post_brings_query_name_variables_and_extensions()
    {
        await server.PostAsync("""{"query":"query Q { a }","operationName":"Q","variables":{"text":"腾讯"},"extensions":{"x":1},"other":true}""");

        var question = Assert.Single(asked);
        Assert.Equal("query Q { a }", question.Query);
        Assert.Equal("Q", question.OperationName);
        Assert.Equal("腾讯", question.Variables!.Value.GetProperty("text").GetString());
        Assert.Equal(1, question.Extensions!.Value.GetProperty("x").GetInt32());
    }

    [Fact]
    public async Task A_get_brings_the_same()
    {
        await server.SendAsync(HttpMethod.Get, $"graphql?query={Uri.EscapeDataString("query Q { a }")}&operationName=Q&variables={Uri.EscapeDataString("""{"text":"腾讯"}""")}");

        var question = Assert.Single(asked);
        Assert.Equal("query Q { a }", question.Query);
        Assert.Equal("Q", question.OperationName);
        Assert.Equal("腾讯", question.Variables!.Value.GetProperty("text").GetString());
    }

    [Fact]
    public async Task Null_stands_for_what_is_left_out()
    {
        await server.PostAsync("""{"query":"{ a }","operationName":null,"variables":null,"extensions":null}""");

        Assert.Equal(new ApiRequest("{ a }"), Assert.Single(asked));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("\"{ a }\"")]
    [InlineData("{}")]
    [InlineData("""{"query":null}""")]
    [InlineData("""{"query":{}}""")]
    [InlineData("""{"query":"{ a }","operationName":1}""")]
    [InlineData("""{"query":"{ a }","variables":[]}""")]
    [InlineData("""{"query":"{ a }","variables":"{}"}""")]
    [InlineData("""{"query":"{ a }","extensions":0}""")]
    [InlineData("""{"query":"{ a }","query":"{ b }"}""")]
    [InlineData("""{"query":"{ a }","variables":{"x":{"y":1,"y":2}}}""")]
    [InlineData("""{"query":"\ud800"}""")]
    [InlineData("""{"query":"{ a }","variables":{"x":["\udc00\ud800"]}}""")]
    [InlineData("""{"query":"{ a }","variables":{"\ud800":1}}""")]
    public async Task A_body_that_is_no_request_gets_400_and_is_not_asked(string body)
    {
        await ErrorShape.RequireAsync(await server.PostAsync(body), HttpStatusCode.BadRequest, "BAD_REQUEST");

        Assert.Empty(asked);
    }

    [Fact]
    public async Task A_body_in_another_encoding_gets_400()
    {
        var content = new ByteArrayContent([.. "{\"query\":\"{ a(x: \\\""u8, 0xCC, 0xDA, .. "\\\") }\"}"u8]);
        content.Headers.ContentType = new("application/json");

        var message = await ErrorShape.RequireAsync(await server.SendAsync(HttpMethod.Post, "graphql", null, content), HttpStatusCode.BadRequest, "BAD_REQUEST");

        Assert.Contains("UTF-8", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(70)]
    [InlineData(100_000)]
    public async Task Json_deeper_than_64_levels_gets_400(int depth)
    {
        var body = $$$"""{"query":"{ a }","variables":{"x":{{{new string('[', depth)}}}{{{new string(']', depth)}}}}}""";

        await ErrorShape.RequireAsync(await server.PostAsync(body), HttpStatusCode.BadRequest, "BAD_REQUEST");
    }

    [Fact]
    public async Task A_number_of_a_hundred_thousand_digits_gets_400()
    {
        var body = $$$"""{"query":"{ a }","variables":{"x":{{{new string('9', 100_000)}}}}}""";

        await ErrorShape.RequireAsync(await server.PostAsync(body), HttpStatusCode.BadRequest, "BAD_REQUEST");
    }

    [Theory]
    [InlineData("graphql")]
    [InlineData("graphql?query=")]
    [InlineData("graphql?query=%7Ba%7D&query=%7Bb%7D")]
    [InlineData("graphql?query=%7Ba%7D&variables=%7B")]
    [InlineData("graphql?query=%7Ba%7D&variables=%5B%5D")]
    public async Task A_get_that_is_no_request_gets_400(string path)
    {
        await ErrorShape.RequireAsync(await server.SendAsync(HttpMethod.Get, path), HttpStatusCode.BadRequest, "BAD_REQUEST");

        Assert.Empty(asked);
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("multipart/form-data")]
    [InlineData("application/json; charset=gbk")]
    [InlineData("application/graphql")]
    public async Task A_type_that_browsers_send_unasked_gets_415(string contentType)
    {
        await ErrorShape.RequireAsync(
            await server.PostAsync("""{"query":"{ a }"}""", contentType: contentType), HttpStatusCode.UnsupportedMediaType, "UNSUPPORTED_MEDIA_TYPE");

        Assert.Empty(asked);
    }

    [Fact]
    public async Task A_body_without_a_type_or_compressed_gets_415()
    {
        var untyped = new ByteArrayContent([.. """{"query":"{ a }"}"""u8]);
        var compressed = new ByteArrayContent([0x1f, 0x8b]);
        compressed.Headers.ContentType = new("application/json");
        compressed.Headers.ContentEncoding.Add("gzip");

        foreach (var content in new[] { untyped, compressed })
        {
            var response = await server.SendAsync(HttpMethod.Post, "graphql", null, content);
            await ErrorShape.RequireAsync(response, HttpStatusCode.UnsupportedMediaType, "UNSUPPORTED_MEDIA_TYPE");
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_body_over_256_kB_gets_413_also_without_its_length(bool chunked)
    {
        var body = $$$"""{"query":"{ a }","extensions":{"x":"{{{new string('x', 256 * 1024)}}}"}}""";
        var content = new ByteArrayContent(System.Text.Encoding.UTF8.GetBytes(body));
        content.Headers.ContentType = new("application/json");
        var request = new HttpRequestMessage(HttpMethod.Post, "graphql") { Content = content };
        request.Headers.TransferEncodingChunked = chunked;

        var response = await server.Client.SendAsync(request, TestContext.Current.CancellationToken);

        await ErrorShape.RequireAsync(response, HttpStatusCode.RequestEntityTooLarge, "PAYLOAD_TOO_LARGE");
        Assert.Empty(asked);
    }

    [Fact]
    public async Task A_body_of_256_kB_is_read()
    {
        const string Frame = """{"query":"{ a }","extensions":{"x":""}}""";
        var body = Frame.Replace("\"\"", $"\"{new string('x', (256 * 1024) - Frame.Length)}\"", StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.OK, (await server.PostAsync(body)).StatusCode);
    }

    [Theory]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("OPTIONS")]
    [InlineData("HEAD")]
    public async Task Another_method_gets_405_and_the_methods_there_are(string method)
    {
        var response = await server.SendAsync(new HttpMethod(method), "graphql");

        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
        Assert.Equal(["GET", "POST"], response.Content.Headers.Allow);
    }
}
