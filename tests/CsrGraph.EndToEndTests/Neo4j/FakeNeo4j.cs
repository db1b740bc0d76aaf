using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace CsrGraph.EndToEndTests.Neo4j;

/// <summary>A server that says of itself what a test wants, and answers every statement alike.</summary>
internal sealed class FakeNeo4j : IAsyncDisposable
{
    public const string Recent = """{"query":"http://localhost:7474/db/{databaseName}/query/v2","neo4j_version":"5.26.30","neo4j_edition":"community"}""";

    private readonly WebApplication server;

    private FakeNeo4j(WebApplication server) => this.server = server;

    public string Address => server.Urls.Single();

    /// <summary>Starts one.</summary>
    /// <param name="discovery">What it answers to whoever asks what it is.</param>
    /// <param name="status">The status of its answers to statements.</param>
    /// <param name="code">Neo4j's code of the error that they are.</param>
    public static async Task<FakeNeo4j> StartAsync(string discovery, int status = 400, string code = "Neo.ClientError.Statement.SyntaxError")
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var server = builder.Build();
        server.Run(async context =>
        {
            var isStatement = HttpMethods.IsPost(context.Request.Method);
            context.Response.ContentType = "application/json";
            if (isStatement) context.Response.StatusCode = status;
            var error = $$"""{"errors":[{"code":"{{code}}","message":"as the server says it"}]}""";
            await context.Response.WriteAsync(isStatement ? error : discovery, context.RequestAborted);
        });
        await server.StartAsync(TestContext.Current.CancellationToken);
        return new FakeNeo4j(server);
    }

    public ValueTask DisposeAsync() => server.DisposeAsync();
}
