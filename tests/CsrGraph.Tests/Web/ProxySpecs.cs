using System.Net;
using CsrGraph.Web;
using Xunit;

namespace CsrGraph.Tests.Web;

public sealed class ProxySpecs
{
    [Theory]
    [InlineData("graph/graphql?query=%7Ba%7D")]
    [InlineData("graphql?query=%7Ba%7D")]
    [InlineData("graph/health/live")]
    [InlineData("graph/health/ready")]
    [InlineData("graph/healthz")]
    [InlineData("graph/")]
    public async Task Below_a_path_base_everything_is_there_whether_or_not_the_proxy_takes_it_off(string path)
    {
        await using var server = await RunningServer.StartAsync(with: settings => settings with { PathBase = "/graph" });

        Assert.Equal(HttpStatusCode.OK, (await server.SendAsync(HttpMethod.Get, path)).StatusCode);
    }

    [Fact]
    public async Task Another_path_before_it_gets_404()
    {
        await using var server = await RunningServer.StartAsync(with: settings => settings with { PathBase = "/graph" });

        await ErrorShape.RequireAsync(await server.SendAsync(HttpMethod.Get, "other/graphql?query=%7Ba%7D"), HttpStatusCode.NotFound, "NOT_FOUND");
        await ErrorShape.RequireAsync(await server.SendAsync(HttpMethod.Get, "graphgraphql?query=%7Ba%7D"), HttpStatusCode.NotFound, "NOT_FOUND");
    }

    [Fact]
    public async Task The_front_page_names_addresses_as_the_proxy_that_is_believed_says_them()
    {
        await using var server = await RunningServer.StartAsync(with: settings => settings with { Proxies = WebSettings.ReadProxies("10.0.0.1; 127.0.0.1") });

        var page = await PageAsync(server);

        Assert.Contains("POST https://graph.example/kb/graphql ", page, StringComparison.Ordinal);
        Assert.Contains("https://graph.example/kb/health/ready", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("10.0.0.1")]
    public async Task Nobody_elses_forwarded_headers_are_believed(string proxies)
    {
        await using var server = await RunningServer.StartAsync(with: settings => settings with { Proxies = WebSettings.ReadProxies(proxies) });

        var page = await PageAsync(server);

        Assert.Contains($"POST {server.Address}graphql ", page, StringComparison.Ordinal);
        Assert.DoesNotContain("graph.example", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_front_page_names_the_path_base()
    {
        await using var server = await RunningServer.StartAsync(with: settings => settings with { PathBase = "/graph" });

        Assert.Contains($"POST {server.Address}graph/graphql ", await PageAsync(server, "graph/"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("graph")]
    [InlineData("/graph/")]
    [InlineData("/graph?x")]
    [InlineData("/a b")]
    public void What_is_no_path_base_is_refused(string text) => Assert.Throws<FormatException>(() => WebSettings.ReadPathBase(text));

    [Theory]
    [InlineData("localhost")]
    [InlineData("10.0.0.0/8")]
    public void What_is_no_address_of_a_proxy_is_refused(string text) => Assert.Throws<FormatException>(() => WebSettings.ReadProxies(text));

    private static async Task<string> PageAsync(RunningServer server, string path = "")
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add("X-Forwarded-For", "203.0.113.7");
        request.Headers.Add("X-Forwarded-Proto", "https");
        request.Headers.Add("X-Forwarded-Host", "graph.example");
        request.Headers.Add("X-Forwarded-Prefix", "/kb");
        var response = await server.Client.SendAsync(request, TestContext.Current.CancellationToken);
        return await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }
}
