using System.Net;
using CsrGraph.Store;
using Xunit;

namespace CsrGraph.Tests.Web;

public sealed class HealthSpecs
{
    [Fact]
    public async Task Live_is_told_without_asking_the_store_which_may_be_down()
    {
        var asked = 0;
        await using var server = await RunningServer.StartAsync(head: _ =>
        {
            asked++;
            throw new StoreUnavailableException("the file is gone");
        });

        var response = await server.SendAsync(HttpMethod.Get, "health/live");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("""{"status":"ok"}""", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal(0, asked);
    }

    [Theory]
    [InlineData("health/ready")]
    [InlineData("healthz")]
    public async Task Ready_follows_the_store_away_and_back_and_is_kept_by_no_cache(string path)
    {
        var isDown = false;
        await using var server = await RunningServer.StartAsync(head: _ => isDown ? throw new StoreUnavailableException("the file is gone") : Task.FromResult(7L));

        var before = await server.SendAsync(HttpMethod.Get, path);
        isDown = true;
        var meanwhile = await server.SendAsync(HttpMethod.Get, path);
        isDown = false;
        var after = await server.SendAsync(HttpMethod.Get, path);

        Assert.Equal("""{"status":"ok","changeSet":7}""", await before.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal("the file is gone", await ErrorShape.RequireAsync(meanwhile, HttpStatusCode.ServiceUnavailable, "STORE_UNAVAILABLE"));
        Assert.True(meanwhile.Headers.CacheControl!.NoStore);
        Assert.Equal(HttpStatusCode.OK, after.StatusCode);
    }

    [Theory]
    [InlineData("health/live")]
    [InlineData("health/ready")]
    [InlineData("healthz")]
    public async Task Another_method_than_get_and_head_gets_405(string path)
    {
        await using var server = await RunningServer.StartAsync();

        var response = await server.SendAsync(HttpMethod.Post, path);

        var message = await ErrorShape.RequireAsync(response, HttpStatusCode.MethodNotAllowed, "METHOD_NOT_ALLOWED");
        Assert.Contains("/" + path, message, StringComparison.Ordinal);
        Assert.Equal(["GET", "HEAD"], response.Content.Headers.Allow);
        Assert.Equal(HttpStatusCode.OK, (await server.SendAsync(HttpMethod.Head, path)).StatusCode);
    }
}
