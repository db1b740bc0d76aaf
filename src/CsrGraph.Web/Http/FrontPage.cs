using Microsoft.AspNetCore.Http;

namespace CsrGraph.Web.Http;

/// <summary>What somebody sees who opens the address in a browser.</summary>
internal static class FrontPage
{
    public const string Path = "/";

    private const string Text =
        """
        CsrGraph: who took part in what, and who says so.

        GraphQL   POST /graphql with {"query": …, "variables": …} as application/json
                  GET  /graphql?query=…&variables=…
        Health    GET  /health/live, /health/ready

        """;

    public static Task HandleAsync(HttpContext context)
    {
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync(Text, context.RequestAborted);
    }
}
