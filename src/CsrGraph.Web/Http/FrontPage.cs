using CsrGraph.Export;
using Microsoft.AspNetCore.Http;

namespace CsrGraph.Web.Http;

/// <summary>What somebody sees who opens the address in a browser.</summary>
internal static class FrontPage
{
    public const string Path = "/";

    public static Task HandleAsync(HttpContext context)
    {
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync(Text(context.Request), context.RequestAborted);
    }

    // The addresses as they are seen from where the question comes, before any proxy.
    private static string Text(HttpRequest request)
    {
        var root = $"{request.Scheme}://{request.Host}{request.PathBase}";
        return $$"""
        CsrGraph: who took part in what, and who says so.

        GraphQL   POST {{root}}/graphql with {"query": …, "variables": …} as application/json
                  GET  {{root}}/graphql?query=…&variables=…; in a browser, {{root}}/graphql is a page to ask from
        Exports   GET  {{root}}/export/F with F one of {{ExportFormat.Names}}; ?around=ID&validAt=DAY&knownAt=T
        Health    GET  {{root}}/health/live, {{root}}/health/ready

        """;
    }
}
