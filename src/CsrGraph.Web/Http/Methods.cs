using Microsoft.AspNetCore.Http;

namespace CsrGraph.Web.Http;

/// <summary>Which methods a path takes.</summary>
internal static class Methods
{
    /// <summary>Takes GET and HEAD alone.</summary>
    /// <exception cref="HttpFault">It is another.</exception>
    public static void RequireGet(HttpContext context)
    {
        if (HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method)) return;
        context.Response.Headers.Allow = "GET, HEAD";
        throw HttpFault.MethodNotAllowed($"{context.Request.Method} is not for {context.Request.Path}; use GET");
    }
}
