using System.Net;
using CsrGraph.GraphQL;
using CsrGraph.Web;
using Xunit;

namespace CsrGraph.Tests.Web;

/// <summary>The statuses of the draft of September 2026, where its setting asks for them.</summary>
public sealed class StatusCodeSpecs
{
    [Theory]
    [InlineData("application/graphql-response+json", false, ErrorCode.ParseFailed, 400)]
    [InlineData("application/graphql-response+json", false, ErrorCode.BadRequest, 400)]
    [InlineData("application/graphql-response+json", false, ErrorCode.ValidationFailed, 422)]
    [InlineData("application/graphql-response+json", false, ErrorCode.LimitExceeded, 422)]
    [InlineData("application/graphql-response+json", true, ErrorCode.BadUserInput, 294)]
    [InlineData("application/graphql-response+json", true, null, 200)]
    [InlineData("application/json", false, ErrorCode.ValidationFailed, 200)]
    [InlineData("application/json", true, ErrorCode.BadUserInput, 200)]
    public async Task A_refusal_gets_422_and_data_with_errors_294_but_only_under_the_newer_type(string accept, bool isExecuted, string? code, int status)
    {
        await using var server = await RunningServer.StartAsync(
            (_, _) => Task.FromResult(RunningServer.Json("{}", isExecuted, code)), with: s => s with { StatusCodes = StatusCodeSet.Of2026 });

        Assert.Equal((HttpStatusCode)status, (await server.PostAsync("""{"query":"{ a }"}""", accept)).StatusCode);
    }

    [Fact]
    public async Task Data_that_is_null_as_a_whole_is_no_partial_success()
    {
        await using var server = await RunningServer.StartAsync(
            (_, _) => Task.FromResult(RunningServer.Json("{}", true, ErrorCode.BadUserInput) with { HasData = false }), with: s => s with { StatusCodes = StatusCodeSet.Of2026 });

        Assert.Equal(HttpStatusCode.OK, (await server.PostAsync("""{"query":"{ a }"}""", "application/graphql-response+json")).StatusCode);
    }
}
