using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace CsrGraph.Web.Http;

/// <summary>Writes answers; every error of the edge has one shape: <c>{"errors":[{"message":…,"extensions":{"code":…}}]}</c>.</summary>
internal static class ResponseWriter
{
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Task WriteAsync(HttpResponse response, int status, string mediaType, ReadOnlyMemory<byte> json, CancellationToken cancellation)
    {
        response.StatusCode = status;
        response.ContentType = mediaType + "; charset=utf-8";
        response.ContentLength = json.Length;
        return response.Body.WriteAsync(json, cancellation).AsTask();
    }

    public static Task WriteAsync(HttpResponse response, int status, HttpFault fault, string mediaType, CancellationToken cancellation) =>
        WriteAsync(response, status, mediaType, Body(fault), cancellation);

    public static ReadOnlyMemory<byte> Json(Action<Utf8JsonWriter> members)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Plain))
        {
            json.WriteStartObject();
            members(json);
            json.WriteEndObject();
        }

        return buffer.ToArray();
    }

    private static ReadOnlyMemory<byte> Body(HttpFault fault) => Json(json =>
    {
        json.WriteStartArray("errors");
        json.WriteStartObject();
        json.WriteString("message", fault.Message);
        json.WriteStartObject("extensions");
        json.WriteString("code", fault.Code);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndArray();
    });
}
