using System.Globalization;
using System.Text.Json;

namespace CsrGraph.GraphQL.Limits;

/// <summary>Values of JSON as variables take them.</summary>
internal static class JsonValues
{
    /// <summary>The members of an object.</summary>
    /// <exception cref="BadRequestException">It is none, or a value in it cannot be taken.</exception>
    public static Dictionary<string, object?> Map(JsonElement value, string name)
    {
        if (value.ValueKind != JsonValueKind.Object) throw new BadRequestException($"'{name}' is not a JSON object");
        var map = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var member in value.EnumerateObject()) map[Whole(() => member.Name)] = Value(member.Value);
        return map;
    }

    /// <summary>A string.</summary>
    /// <exception cref="BadRequestException">It holds half a surrogate pair, which is no character.</exception>
    public static string Text(JsonElement value) => Whole(() => value.GetString()!);

    private static object? Value(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => Map(value, ""),
        JsonValueKind.Array => value.EnumerateArray().Select(Value).ToArray(),
        JsonValueKind.String => Text(value),
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
        throw new BadRequestException($"a number of {text.Length} characters is too large");
    }

    // More than any number that a field here can hold, and few enough to be read in no time.
    private const int MaxDigits = 400;

    private static string Whole(Func<string> read)
    {
        try
        {
            return read();
        }
        catch (InvalidOperationException e)
        {
            throw new BadRequestException("a string holds half a surrogate pair, which is no character", e);
        }
    }
}
