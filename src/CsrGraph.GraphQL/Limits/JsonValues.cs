using System.Globalization;
using System.Text.Json;

namespace CsrGraph.GraphQL.Limits;

/// <summary>Values of JSON as variables take them.</summary>
internal static class JsonValues
{
    // More than any number that a field here can hold, and few enough to be read in no time.
    private const int MaxDigits = 400;

    /// <summary>The members of an object; none for a null.</summary>
    /// <exception cref="ApiError">It is no object, or a value in it cannot be taken.</exception>
    public static Dictionary<string, object?> Members(JsonElement? value, string name) => value switch
    {
        null or { ValueKind: JsonValueKind.Null or JsonValueKind.Undefined } => [],
        { ValueKind: JsonValueKind.Object } map => Map(map),
        _ => throw Refused($"'{name}' is not a JSON object"),
    };

    private static Dictionary<string, object?> Map(JsonElement value)
    {
        var map = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var member in value.EnumerateObject())
        {
            var name = Whole(() => member.Name);
            if (!map.TryAdd(name, Value(member.Value))) throw Refused($"'{name}' stands twice in one object");
        }

        return map;
    }

    private static object? Value(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => Map(value),
        JsonValueKind.Array => value.EnumerateArray().Select(Value).ToArray(),
        JsonValueKind.String => Whole(() => value.GetString()!),
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
        if (text.Length <= MaxDigits && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var real) && double.IsFinite(real)) return real;
        throw Refused($"a number of {text.Length} characters is too large");
    }

    private static string Whole(Func<string> read)
    {
        try
        {
            return read();
        }
        catch (InvalidOperationException e)
        {
            throw Refused("a string holds half a surrogate pair, which is no character", e);
        }
    }

    private static ApiError Refused(string message, Exception? inner = null) => new(ErrorCode.BadRequest, message, inner);
}
