using CsrGraph.Web;
using CsrGraph.Web.Http;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Xunit;

namespace CsrGraph.Tests.Web;

public sealed class FaultEdgeSpecs
{
    /// <summary>How a connection can end below a request before the request is told.</summary>
    public static IEnumerable<TheoryDataRow<Exception>> Ends => [new(new ConnectionResetException("reset by peer")), new(new ConnectionAbortedException("closed"))];

    [Theory, MemberData(nameof(Ends), DisableDiscoveryEnumeration = true)]
    public async Task A_client_that_is_gone_is_no_fault_of_ours(Exception end)
    {
        var (context, log) = await RunAsync(end);
        Assert.Equal(StatusCodes.Status499ClientClosedRequest, context.Response.StatusCode);
        Assert.Empty(log.Lines);
    }

    [Fact]
    public async Task Any_other_exception_is_logged_and_answered_as_a_fault()
    {
        var (context, log) = await RunAsync(new InvalidOperationException("ours"));
        Assert.Equal(StatusCodes.Status500InternalServerError, context.Response.StatusCode);
        Assert.Equal(LogLevel.Error, Assert.Single(log.Lines).Level);
    }

    private static async Task<(HttpContext Context, LogLines Log)> RunAsync(Exception thrown)
    {
        var context = new DefaultHttpContext();
        context.Response.Body = new MemoryStream();
        using var log = new LogLines();
        using var logging = LoggerFactory.Create(builder => builder.AddProvider(log));
        await new FaultEdge(_ => throw thrown, logging.CreateLogger<WebServer>()).InvokeAsync(context);
        return (context, log);
    }
}
