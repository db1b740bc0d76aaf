using System.Net;
using CsrGraph.Store;
using CsrGraph.Web;
using Xunit;

namespace CsrGraph.Tests.Web;

public sealed class CorsSpecs
{
    private const string News = "https://news.example";
    private const string Token = "open-sesame-of-the-newsroom";

    [Fact]
    public async Task Without_the_setting_no_page_of_another_origin_may_read_an_answer()
    {
        await using var server = await RunningServer.StartAsync();

        Assert.Null(Allowed(await AskAsync(server, News)));
        Assert.Null(Allowed(await PreflightAsync(server, News, "POST")));
    }

    [Theory]
    [InlineData(News, News)]
    [InlineData("https://other.example", null)]
    [InlineData("http://news.example", null)]
    [InlineData("https://news.example:8443", null)]
    [InlineData("null", null)]
    public async Task Only_an_origin_that_is_named_may_read_answers(string origin, string? allowed)
    {
        await using var server = await StartAsync(News + ";https://desk.example");

        var response = await AskAsync(server, origin);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(allowed, Allowed(response));
        Assert.Equal(allowed is null ? ["Accept"] : ["Accept", "Origin"], response.Headers.Vary.Order());
        Assert.False(response.Headers.Contains("Access-Control-Allow-Credentials"));
    }

    [Fact]
    public async Task A_star_lets_every_page_read()
    {
        await using var server = await StartAsync("*");

        Assert.Equal("*", Allowed(await AskAsync(server, "https://any.example")));
    }

    [Fact]
    public async Task A_browser_that_asks_first_is_told_the_methods_and_headers_without_the_token_and_without_asking_the_store()
    {
        await using var server = await StartAsync(News, answer: (_, _) => throw new StoreUnavailableException("down"));

        var response = await PreflightAsync(server, News, "POST");

        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
        Assert.Equal(News, Allowed(response));
        Assert.Contains("POST", Header(response, "Access-Control-Allow-Methods"), StringComparison.Ordinal);
        Assert.Equal(["authorization", "content-type"], Header(response, "Access-Control-Allow-Headers").Split(',').Select(h => h.Trim()).Order());
        Assert.Equal("3600", Header(response, "Access-Control-Max-Age"));
    }

    [Fact]
    public async Task A_browser_of_another_origin_that_asks_first_is_told_nothing()
    {
        await using var server = await StartAsync(News);

        Assert.Null(Allowed(await PreflightAsync(server, "https://other.example", "POST")));
    }

    [Theory]
    [InlineData("graphql?query=%7Ba%7D", true, HttpStatusCode.ServiceUnavailable)]
    [InlineData("graphql?query=%7Ba%7D", false, HttpStatusCode.Unauthorized)]
    [InlineData("graphql", true, HttpStatusCode.BadRequest)]
    [InlineData("nothing-here", true, HttpStatusCode.NotFound)]
    public async Task Pages_can_read_refusals_too(string path, bool hasToken, HttpStatusCode status)
    {
        await using var server = await StartAsync(News, answer: (_, _) => throw new StoreUnavailableException("down"));

        var response = await AskAsync(server, News, path, hasToken);

        Assert.Equal(status, response.StatusCode);
        Assert.Equal(News, Allowed(response));
    }

    [Theory]
    [InlineData("news.example")]
    [InlineData("https://news.example/")]
    [InlineData("https://news.example/page")]
    [InlineData("ftp://news.example")]
    [InlineData("*;https://news.example")]
    public void What_is_no_origin_is_refused(string text) => Assert.Throws<FormatException>(() => WebSettings.ReadOrigins(text));

    private static Task<RunningServer> StartAsync(string origins, AnswerGraphQL? answer = null) => RunningServer.StartAsync(
        answer, with: settings => settings with { Origins = WebSettings.ReadOrigins(origins), Token = answer is null ? null : Token });

    private static Task<HttpResponseMessage> AskAsync(RunningServer server, string origin, string path = "graphql?query=%7Ba%7D", bool hasToken = false)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add("Origin", origin);
        if (hasToken) request.Headers.Authorization = new("Bearer", Token);
        return server.Client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    private static Task<HttpResponseMessage> PreflightAsync(RunningServer server, string origin, string method)
    {
        var request = new HttpRequestMessage(HttpMethod.Options, "graphql");
        request.Headers.Add("Origin", origin);
        request.Headers.Add("Access-Control-Request-Method", method);
        request.Headers.Add("Access-Control-Request-Headers", "authorization,content-type");
        return server.Client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    private static string? Allowed(HttpResponseMessage response) =>
        response.Headers.TryGetValues("Access-Control-Allow-Origin", out var values) ? Assert.Single(values) : null;

    private static string Header(HttpResponseMessage response, string name) => Assert.Single(response.Headers.GetValues(name));
}
