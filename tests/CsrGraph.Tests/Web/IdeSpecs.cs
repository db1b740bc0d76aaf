using System.Net;
using System.Net.Http.Headers;
using CsrGraph.Web;
using Xunit;

namespace CsrGraph.Tests.Web;

/// <summary>The page for browsers, as far as HTTP goes.</summary>
public sealed class IdeSpecs
{
    private const string BrowserAccept = "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8";
    private const string NotBuiltIn = "Altair is not in this build: npm could not install it";

    /// <summary>True in a build with the page, and where nothing may be skipped.</summary>
    public static bool IsBuiltIn =>
        typeof(WebServer).Assembly.GetManifestResourceInfo("ide.zip") is not null || Environment.GetEnvironmentVariable("CSRGRAPH_NO_SKIPS") == "1";

    [Fact(SkipUnless = nameof(IsBuiltIn), Skip = NotBuiltIn)]
    public async Task A_browser_gets_a_page_that_may_ask_this_server_alone()
    {
        await using var server = await RunningServer.StartAsync(with: s => s with { PathBase = "/graph" });

        var page = await server.SendAsync(HttpMethod.Get, "graph/graphql", BrowserAccept);

        Assert.Equal("text/html; charset=utf-8", page.Content.Headers.ContentType!.ToString());
        Assert.Contains("Accept", page.Headers.Vary);
        Assert.Contains("default-src 'self'; script-src 'self';", Assert.Single(page.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        Assert.Contains("<base href=\"/graph/graphql/ide/\" />", await TextAsync(page), StringComparison.Ordinal);
    }

    [Theory(SkipUnless = nameof(IsBuiltIn), Skip = NotBuiltIn)]
    [InlineData("zh-CN,zh;q=0.9", "zh-CN")]
    [InlineData("de,en;q=0.5", "en-US")]
    public async Task It_starts_with_this_servers_address_and_in_the_visitors_language(string accepted, string language)
    {
        await using var server = await RunningServer.StartAsync(with: s => s with { PathBase = "/graph" });
        server.Client.DefaultRequestHeaders.AcceptLanguage.ParseAdd(accepted);

        var script = await TextAsync(await server.SendAsync(HttpMethod.Get, "graph/graphql/ide/start.js", "*/*"));

        Assert.Contains("\"endpointURL\":\"/graph/graphql\"", script, StringComparison.Ordinal);
        Assert.Contains($"\"language\":\"{language}\"", script, StringComparison.Ordinal);
        Assert.Contains("WhoGuidedWhichEvent", script, StringComparison.Ordinal);
    }

    [Theory(SkipUnless = nameof(IsBuiltIn), Skip = NotBuiltIn)]
    [InlineData("main.js", "text/javascript")]
    [InlineData("styles.css", "text/css")]
    [InlineData("narrow.css", "text/css")]
    [InlineData("assets/img/logo.svg", "image/svg+xml")]
    [InlineData("assets/i18n/zh-CN.json", "application/json")]
    public async Task Its_files_come_with_their_types(string file, string type)
    {
        await using var server = await RunningServer.StartAsync();

        var response = await server.SendAsync(HttpMethod.Get, "graphql/ide/" + file, "*/*");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(type, response.Content.Headers.ContentType!.MediaType);
        Assert.NotEmpty(await TextAsync(response));
    }

    [Fact(SkipUnless = nameof(IsBuiltIn), Skip = NotBuiltIn)]
    public async Task A_file_that_the_browser_has_is_not_sent_again()
    {
        await using var server = await RunningServer.StartAsync();
        var first = await server.SendAsync(HttpMethod.Get, "graphql/ide/main.js", "*/*");
        server.Client.DefaultRequestHeaders.IfNoneMatch.Add(EntityTagHeaderValue.Parse(first.Headers.ETag!.Tag));

        var second = await server.SendAsync(HttpMethod.Get, "graphql/ide/main.js", "*/*");

        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        Assert.Empty(await TextAsync(second));
    }

    [Theory(SkipUnless = nameof(IsBuiltIn), Skip = NotBuiltIn)]
    [InlineData("graphql/ide/nothing.js")]
    [InlineData("graphql/ide/")]
    [InlineData("graphql/ide/../../etc/passwd")]
    public async Task A_file_that_is_not_there_is_not_found(string path)
    {
        await using var server = await RunningServer.StartAsync();

        await ErrorShape.RequireAsync(await server.SendAsync(HttpMethod.Get, path, "*/*"), HttpStatusCode.NotFound, "NOT_FOUND");
    }

    [Theory]
    [InlineData("graphql?query=%7Ba%7D", BrowserAccept)]
    [InlineData("graphql?query=%7Ba%7D", "text/html, application/json;q=0.5")]
    public async Task A_question_is_answered_in_a_browser_too(string path, string accept)
    {
        await using var server = await RunningServer.StartAsync();

        Assert.Equal("""{"data":{"a":1}}""", await TextAsync(await server.SendAsync(HttpMethod.Get, path, accept)));
    }

    [Fact(SkipUnless = nameof(IsBuiltIn), Skip = NotBuiltIn)]
    public async Task The_page_needs_no_token_and_a_question_does()
    {
        await using var server = await RunningServer.StartAsync(with: s => s with { Token = "0123456789abcdef" });

        Assert.Equal(HttpStatusCode.OK, (await server.SendAsync(HttpMethod.Get, "graphql", BrowserAccept)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await server.SendAsync(HttpMethod.Get, "graphql?query=%7Ba%7D", BrowserAccept)).StatusCode);
    }

    private static Task<string> TextAsync(HttpResponseMessage response) => response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
}
