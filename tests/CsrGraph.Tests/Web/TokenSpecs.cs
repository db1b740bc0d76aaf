using System.Net;
using CsrGraph.Web;
using Xunit;

namespace CsrGraph.Tests.Web;

public sealed class TokenSpecs : IAsyncLifetime
{
    private const string Token = "open-sesame-of-the-newsroom";

    private readonly List<string> asked = [];
    private RunningServer server = null!;

    public async ValueTask InitializeAsync() => server = await RunningServer.StartAsync(
        (question, _) =>
        {
            asked.Add(question.Query);
            return Task.FromResult(RunningServer.Json("""{"data":{"a":1}}"""));
        },
        with: settings => settings with { Token = Token });

    public ValueTask DisposeAsync() => server.DisposeAsync();

    [Theory]
    [InlineData("Bearer " + Token)]
    [InlineData("bearer " + Token)]
    [InlineData("Bearer  " + Token + " ")]
    public async Task A_question_with_the_token_is_answered(string authorization)
    {
        Assert.Equal(HttpStatusCode.OK, (await AskAsync("graphql?query=%7Ba%7D", authorization)).StatusCode);
        Assert.Single(asked);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(Token)]
    [InlineData("Bearer")]
    [InlineData("Bearer ")]
    [InlineData("Bearer open-sesame-of-the-newsroo")]
    [InlineData("Bearer open-sesame-of-the-newsroom2")]
    [InlineData("Bearer OPEN-SESAME-OF-THE-NEWSROOM")]
    [InlineData("Basic " + Token)]
    public async Task A_question_without_it_gets_401_is_told_how_and_is_not_asked(string? authorization)
    {
        var response = await AskAsync("graphql?query=%7Ba%7D", authorization);

        await ErrorShape.RequireAsync(response, HttpStatusCode.Unauthorized, "UNAUTHORIZED");
        Assert.Equal("Bearer", Assert.Single(response.Headers.WwwAuthenticate).Scheme);
        Assert.Empty(asked);
    }

    [Theory]
    [InlineData("health/live", HttpStatusCode.OK)]
    [InlineData("health/ready", HttpStatusCode.Unauthorized)]
    [InlineData("healthz", HttpStatusCode.Unauthorized)]
    [InlineData("", HttpStatusCode.Unauthorized)]
    [InlineData("nothing-here", HttpStatusCode.Unauthorized)]
    [InlineData("health/live/", HttpStatusCode.Unauthorized)]
    public async Task Only_whether_the_process_is_up_is_told_to_anybody(string path, HttpStatusCode status) =>
        Assert.Equal(status, (await AskAsync(path, null)).StatusCode);

    [Fact]
    public async Task The_token_is_neither_in_the_log_nor_in_an_answer_nor_in_the_settings_as_text()
    {
        var refused = await AskAsync("graphql", "Bearer wrong-" + Token);
        await AskAsync("graphql?query=%7Ba%7D", "Bearer " + Token);

        Assert.DoesNotContain(Token, await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.DoesNotContain(server.Log.Lines, line => line.Text.Contains(Token, StringComparison.Ordinal));
        Assert.DoesNotContain(Token, new WebSettings([server.Address]) { Token = Token }.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("too-short")]
    [InlineData("with a blank in between")]
    [InlineData("口令口令口令口令口令口令口令口令")]
    public void A_token_that_is_short_or_cannot_stand_in_a_header_is_refused_and_not_repeated(string token)
    {
        var refusal = Assert.Throws<FormatException>(() => WebSettings.ReadToken(token));

        Assert.DoesNotContain(token, refusal.Message, StringComparison.Ordinal);
    }

    private Task<HttpResponseMessage> AskAsync(string path, string? authorization)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (authorization is not null) request.Headers.TryAddWithoutValidation("Authorization", authorization);
        return server.Client.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
