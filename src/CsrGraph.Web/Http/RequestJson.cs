using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using CsrGraph.GraphQL;

namespace CsrGraph.Web.Http;

/// <summary>
/// Reads the JSON of a request and lets nothing through that could only fail later: text that is not UTF-8, half a surrogate pair, a name that
/// stands twice, more than 64 levels, a number of more than 400 characters.
/// </summary>
internal static class RequestJson
{
    private const int MaxNumber = 400;

    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 64, AllowDuplicateProperties = false };

    /// <exception cref="HttpFault">It is no request.</exception>
    public static ApiRequest ReadBody(byte[] body)
    {
        var root = Parse(body, "the body");
        if (root.ValueKind != JsonValueKind.Object) throw HttpFault.BadRequest("the body must be a JSON object with 'query'");
        return new ApiRequest(
            Text(root, "query") ?? throw HttpFault.BadRequest("'query' is missing: it holds the GraphQL document"),
            Text(root, "operationName"),
            Map(root, "variables"),
            Map(root, "extensions"));
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
        if (!Utf8.IsValid(json)) throw HttpFault.BadRequest($"{what} is not UTF-8");
        try
        {
            // Never disposed: what is parsed from an array of its own rents nothing, and the question outlives this method.
            var root = JsonDocument.Parse(json, Strict).RootElement;
            RequireSound(root);
            return root;
        }
        catch (JsonException e)
        {
            throw HttpFault.BadRequest($"{what} is not JSON: {e.Message}");
        }
        catch (InvalidOperationException)
        {
            throw HttpFault.BadRequest($"{what} has a string with half a surrogate pair");
        }
    }

    private static void RequireSound(JsonElement json)
    {
        switch (json.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var member in json.EnumerateObject())
                {
                    _ = member.Name;
                    RequireSound(member.Value);
                }

                break;
            case JsonValueKind.Array:
                foreach (var item in json.EnumerateArray()) RequireSound(item);
                break;
            case JsonValueKind.String:
                _ = json.GetString();
                break;
            case JsonValueKind.Number when JsonMarshal.GetRawUtf8Value(json).Length > MaxNumber:
                throw HttpFault.BadRequest($"a number has more than {MaxNumber} characters");
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
