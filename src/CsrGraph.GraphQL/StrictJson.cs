using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Unicode;

namespace CsrGraph.GraphQL;

/// <summary>
/// Reads the JSON of a request and lets nothing through that could only fail later: text that is not UTF-8, half a surrogate pair, a name that
/// stands twice, more than 64 levels, a number of more than 400 characters.
/// </summary>
public static class StrictJson
{
    /// <summary>The longest number, in characters: more than any that a field here can hold, and few enough to be read in no time.</summary>
    internal const int MaxNumber = 400;

    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 64, AllowDuplicateProperties = false };

    /// <summary>Reads one value.</summary>
    /// <param name="json">UTF-8.</param>
    /// <param name="what">What it is, for the message.</param>
    /// <exception cref="FormatException">It is none; the message begins with what it is, and says why.</exception>
    public static JsonElement Parse(ReadOnlyMemory<byte> json, string what)
    {
        if (!Utf8.IsValid(json.Span)) throw new FormatException($"{what} is not UTF-8");
        try
        {
            // Never disposed: what is parsed from an array of its own rents nothing, and the value outlives this method.
            var root = JsonDocument.Parse(json, Strict).RootElement;
            RequireSound(root, what);
            return root;
        }
        catch (JsonException e)
        {
            throw new FormatException($"{what} is not JSON: {e.Message}", e);
        }
        catch (InvalidOperationException e)
        {
            throw HalfPair(what, e);
        }
    }

    /// <summary>Looks over a value that was read elsewhere.</summary>
    /// <exception cref="FormatException">A string or number in it cannot be taken.</exception>
    public static void RequireSound(JsonElement json, string what)
    {
        try
        {
            Visit(json, what);
        }
        catch (InvalidOperationException e)
        {
            throw HalfPair(what, e);
        }
    }

    private static FormatException HalfPair(string what, Exception e) => new($"{what} has a string with half a surrogate pair", e);

    private static void Visit(JsonElement json, string what)
    {
        switch (json.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var member in json.EnumerateObject())
                {
                    _ = member.Name;
                    Visit(member.Value, what);
                }

                break;
            case JsonValueKind.Array:
                foreach (var item in json.EnumerateArray()) Visit(item, what);
                break;
            case JsonValueKind.String:
                _ = json.GetString();
                break;
            case JsonValueKind.Number when JsonMarshal.GetRawUtf8Value(json).Length is > MaxNumber and var length:
                throw new FormatException($"{what} has a number of {length} characters; it may have {MaxNumber}");
        }
    }
}
