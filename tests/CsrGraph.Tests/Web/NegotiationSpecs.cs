using System.Net;
using CsrGraph.Web;
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
    [InlineData(AnswerOutcome.Executed, Json, HttpStatusCode.OK)]
    [InlineData(AnswerOutcome.Executed, GraphQL, HttpStatusCode.OK)]
    [InlineData(AnswerOutcome.Refused, Json, HttpStatusCode.OK)]
    [InlineData(AnswerOutcome.Refused, GraphQL, HttpStatusCode.BadRequest)]
    [InlineData(AnswerOutcome.NotAQuery, Json, HttpStatusCode.MethodNotAllowed)]
    [InlineData(AnswerOutcome.NotAQuery, GraphQL, HttpStatusCode.MethodNotAllowed)]
    public async Task The_status_follows_the_outcome_and_the_type(AnswerOutcome outcome, string accept, HttpStatusCode status)
    {
        const string Errors = """{"errors":[{"message":"no"}]}""";
        await using var server = await RunningServer.StartAsync((_, _) => Task.FromResult(RunningServer.Json(Errors, outcome)));

        var response = await server.PostAsync(Question, accept);

        Assert.Equal(status, response.StatusCode);
        Assert.Equal(accept, response.Content.Headers.ContentType!.MediaType);
        Assert.Equal(Errors, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal(outcome == AnswerOutcome.NotAQuery ? ["POST"] : [], response.Content.Headers.Allow);
    }
}
