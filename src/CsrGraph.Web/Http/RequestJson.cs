using System.Text;
using System.Text.Json;
using CsrGraph.GraphQL;
using CsrGraph.Web.Documents;

namespace CsrGraph.Web.Http;

/// <summary>Reads the JSON of a request, strictly.</summary>
internal static class RequestJson
{
    /// <exception cref="HttpFault">It is no request.</exception>
    public static AskedDocument ReadBody(byte[] body)
    {
        var root = Parse(body, "the body");
        if (root.ValueKind != JsonValueKind.Object) throw HttpFault.BadRequest("the body must be a JSON object with 'query'");
        return new AskedDocument(Text(root, "query"), Text(root, "documentId"), Text(root, "operationName"), Map(root, "variables"), Map(root, "extensions"));
    }

    /// <exception cref="HttpFault">It is no JSON object.</exception>
    public static JsonElement? ReadParameter(string? text, string name)
    {
        if (text is null) return null;
        var root = Parse(Encoding.UTF8.GetBytes(text), $"the parameter '{name}'");
        return IsMap(root) ? root : root.ValueKind == JsonValueKind.Null ? null : throw HttpFault.BadRequest($"the parameter '{name}' must be a JSON object");
    }

    private static JsonElement Parse(byte[] json, string what)
    {
        try
        {
            return StrictJson.Parse(json, what);
        }
        catch (FormatException e)
        {
            throw HttpFault.BadRequest(e.Message);
        }
    }

    private static string? Text(JsonElement root, string name) => !root.TryGetProperty(name, out var value) ? null : value.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.String => value.GetString(),
        _ => throw HttpFault.BadRequest($"'{name}' must be a string"),
    };

    private static JsonElement? Map(JsonElement root, string name)
    {
        if (!root.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null) return null;
        return IsMap(value) ? value : throw HttpFault.BadRequest($"'{name}' must be a JSON object");
    }

    private static bool IsMap(JsonElement json) => json.ValueKind == JsonValueKind.Object;
}
