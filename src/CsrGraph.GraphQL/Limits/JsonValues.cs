using System.Globalization;
using System.Text.Json;

namespace CsrGraph.GraphQL.Limits;

/// <summary>Values of JSON as variables take them.</summary>
internal static class JsonValues
{
    /// <summary>The members of an object; none for a null.</summary>
    /// <exception cref="ApiError">It is no object, or a value in it cannot be taken.</exception>
    public static Dictionary<string, object?> Members(JsonElement? value, string name) => value switch
    {
        null or { ValueKind: JsonValueKind.Null or JsonValueKind.Undefined } => [],
        { ValueKind: JsonValueKind.Object } map => Map(Sound(map, name)),
        _ => throw Refused($"'{name}' is not a JSON object"),
    };

    private static Dictionary<string, object?> Map(JsonElement value)
    {
        var map = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var member in value.EnumerateObject())
        {
            if (!map.TryAdd(member.Name, Value(member.Value))) throw Refused($"'{member.Name}' stands twice in one object");
        }

        return map;
    }

    private static object? Value(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => Map(value),
        JsonValueKind.Array => value.EnumerateArray().Select(Value).ToArray(),
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number => Number(value),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => null,
    };

    private static object Number(JsonElement value)
    {
        if (value.TryGetInt32(out var small)) return small;
        if (value.TryGetInt64(out var large)) return large;
        var text = value.GetRawText();
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var real) && double.IsFinite(real)) return real;
        throw Refused($"a number of {text.Length} characters is too large");
    }

    private static JsonElement Sound(JsonElement value, string name)
    {
        try
        {
            StrictJson.RequireSound(value, $"'{name}'");
            return value;
        }
        catch (FormatException e)
        {
            throw Refused(e.Message, e);
        }
    }

    private static ApiError Refused(string message, Exception? inner = null) => new(ErrorCode.BadRequest, message, inner);
}
