using System.Buffers;
using CsrGraph.Web.Documents;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace CsrGraph.Web.Http;

/// <summary>Reads a question from a request.</summary>
internal static class RequestReader
{
    /// <exception cref="HttpFault">The request is none that can be answered.</exception>
    public static AskedDocument ReadGet(IQueryCollection query) => new(
        Single(query, "query"),
        Single(query, "documentId"),
        Single(query, "operationName"),
        RequestJson.ReadParameter(Single(query, "variables"), "variables"),
        RequestJson.ReadParameter(Single(query, "extensions"), "extensions"));

    /// <exception cref="HttpFault">The request is none that can be answered.</exception>
    public static async Task<AskedDocument> ReadPostAsync(HttpRequest request, int maxBody, CancellationToken cancellation)
    {
        RequireJson(request);
        return RequestJson.ReadBody(await ReadBodyAsync(request, maxBody, cancellation));
    }

    /// <summary>A parameter that may stand once; null where it is empty or not there.</summary>
    /// <exception cref="HttpFault">It stands twice.</exception>
    public static string? Single(IQueryCollection query, string name) => query[name] switch
    {
        [] => null,
        [var value] => value is { Length: 0 } ? null : value,
        _ => throw HttpFault.BadRequest($"the parameter '{name}' stands twice"),
    };

    private static void RequireJson(HttpRequest request)
    {
        var headers = request.Headers;

        // Only a type that makes browsers ask first: a page of another origin cannot send it unasked.
        if (!MediaTypeHeaderValue.TryParse(headers.ContentType.ToString(), out var type)
            || !type.MediaType.Equals(MediaType.Json, StringComparison.OrdinalIgnoreCase)
            || !MediaType.IsUtf8(type))
        {
            throw HttpFault.UnsupportedMediaType($"'Content-Type' must be {MediaType.Json}, in UTF-8");
        }

        if (headers.ContentEncoding.Count > 0 && !headers.ContentEncoding.ToString().Equals("identity", StringComparison.OrdinalIgnoreCase))
        {
            // A few bytes could become any number of them.
            request.HttpContext.Response.Headers.AcceptEncoding = "identity";
            throw HttpFault.UnsupportedMediaType("the body must come as it is, without 'Content-Encoding'");
        }
    }

    private static async Task<byte[]> ReadBodyAsync(HttpRequest request, int maxBody, CancellationToken cancellation)
    {
        if (request.ContentLength > maxBody) throw HttpFault.TooLarge(maxBody);
        while (true)
        {
            var read = await request.BodyReader.ReadAsync(cancellation);
            if (read.Buffer.Length > maxBody) throw HttpFault.TooLarge(maxBody);
            if (read.IsCompleted)
            {
                var body = read.Buffer.ToArray();
                request.BodyReader.AdvanceTo(read.Buffer.End);
                return body;
            }

            request.BodyReader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }
}
