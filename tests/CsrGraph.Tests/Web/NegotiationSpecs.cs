using System.Net;
using CsrGraph.GraphQL;
using Xunit;

namespace CsrGraph.Tests.Web;

public sealed class NegotiationSpecs
{
    private const string Question = """{"query":"{ a }"}""";
    private const string Json = "application/json";
    private const string GraphQL = "application/graphql-response+json";

    [Theory]
    [InlineData(null, Json)]
    [InlineData("*/*", Json)]
    [InlineData("application/*", Json)]
    [InlineData("application/json", Json)]
    [InlineData("application/json; charset=utf-8", Json)]
    [InlineData("application/graphql-response+json", GraphQL)]
    [InlineData("application/graphql-response+json; charset=UTF-8", GraphQL)]
    [InlineData("application/graphql-response+json, application/json", GraphQL)]
    [InlineData("application/json, application/graphql-response+json", GraphQL)]
    [InlineData("application/graphql-response+json, application/json;q=0.9", GraphQL)]
    [InlineData("application/graphql-response+json;q=0.5, application/json", Json)]
    [InlineData("application/graphql-response+json, */*", GraphQL)]
    [InlineData("application/json;q=0, */*", GraphQL)]
    [InlineData("text/html, */*;q=0.1", Json)]
    public async Task The_answer_has_the_type_that_the_client_likes_best(string? accept, string type)
    {
        await using var server = await RunningServer.StartAsync();

        var response = await server.PostAsync(Question, accept);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(type + "; charset=utf-8", response.Content.Headers.ContentType!.ToString());
        Assert.Contains("Accept", response.Headers.Vary);
        Assert.Equal("""{"data":{"a":1}}""", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("text/html")]
    [InlineData("application/json; charset=gbk")]
    [InlineData("*/*;q=0")]
    [InlineData("application/")]
    public async Task A_client_that_reads_neither_type_gets_406(string accept)
    {
        await using var server = await RunningServer.StartAsync();

        var message = await ErrorShape.RequireAsync(await server.PostAsync(Question, accept), HttpStatusCode.NotAcceptable, "NOT_ACCEPTABLE");

        Assert.Contains(GraphQL, message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, null, Json, HttpStatusCode.OK)]
    [InlineData(true, ErrorCode.BadUserInput, Json, HttpStatusCode.OK)]
    [InlineData(true, ErrorCode.BadUserInput, GraphQL, HttpStatusCode.OK)]
    [InlineData(false, ErrorCode.ValidationFailed, Json, HttpStatusCode.OK)]
    [InlineData(false, ErrorCode.ValidationFailed, GraphQL, HttpStatusCode.BadRequest)]
    [InlineData(false, ErrorCode.NotAQuery, GraphQL, HttpStatusCode.BadRequest)]
    [InlineData(false, ErrorCode.Internal, Json, HttpStatusCode.InternalServerError)]
    [InlineData(false, ErrorCode.Internal, GraphQL, HttpStatusCode.InternalServerError)]
    [InlineData(true, ErrorCode.Internal, GraphQL, HttpStatusCode.OK)]
    public async Task The_status_follows_the_answer_and_the_type(bool isExecuted, string? code, string accept, HttpStatusCode status)
    {
        const string Answer = """{"errors":[{"message":"no"}]}""";
        await using var server = await RunningServer.StartAsync((_, _) => Task.FromResult(RunningServer.Json(Answer, isExecuted, code)));

        var response = await server.PostAsync(Question, accept);

        Assert.Equal(status, response.StatusCode);
        Assert.Equal(accept, response.Content.Headers.ContentType!.MediaType);
        Assert.Equal(Answer, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Empty(response.Content.Headers.Allow);
    }

    [Theory]
    [InlineData(Json)]
    [InlineData(GraphQL)]
    public async Task A_get_of_what_is_no_query_gets_405_and_the_way_out(string accept)
    {
        await using var server = await RunningServer.StartAsync((_, _) => Task.FromResult(RunningServer.Json("{}", false, ErrorCode.NotAQuery)));

        var response = await server.SendAsync(HttpMethod.Get, "graphql?query=mutation%7Ba%7D", accept);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
        Assert.Equal(["POST"], response.Content.Headers.Allow);
    }
}
