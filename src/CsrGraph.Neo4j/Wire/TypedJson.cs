using System.Globalization;
using System.Text.Json;

namespace CsrGraph.Neo4j.Wire;

/// <summary>
/// Writes the parameters of a statement that <see cref="Cypher.IsTyped"/>: each value as <c>{"$type": "Float", "_value": "1.0"}</c>. A null name
/// writes an element of a list.
/// </summary>
internal static class TypedJson
{
    public const string MediaType = "application/vnd.neo4j.query";

    public static void WriteTypedString(this Utf8JsonWriter json, string? name, string? value)
    {
        if (value is null) Write(json, name, "Null", null);
        else Write(json, name, "String", value);
    }

    public static void WriteTypedInteger(this Utf8JsonWriter json, string? name, long value) =>
        Write(json, name, "Integer", value.ToString(CultureInfo.InvariantCulture));

    public static void WriteTypedFloat(this Utf8JsonWriter json, string? name, double value) =>
        Write(json, name, "Float", value.ToString("R", CultureInfo.InvariantCulture));

    public static void WriteTypedDate(this Utf8JsonWriter json, string? name, DateOnly value) =>
        Write(json, name, "Date", value.ToString("O", CultureInfo.InvariantCulture));

    public static void WriteTypedBoolean(this Utf8JsonWriter json, string? name, bool value)
    {
        Begin(json, name, "Boolean");
        json.WriteBoolean("_value", value);
        json.WriteEndObject();
    }

    /// <summary>Writes a list; its elements are written without a name.</summary>
    public static void WriteTypedList<T>(this Utf8JsonWriter json, string? name, IEnumerable<T> values, Action<Utf8JsonWriter, T> write)
    {
        Begin(json, name, "List");
        json.WriteStartArray("_value");
        foreach (var value in values) write(json, value);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string? name, string type, string? value)
    {
        Begin(json, name, type);
        json.WriteString("_value", value);
        json.WriteEndObject();
    }

    private static void Begin(Utf8JsonWriter json, string? name, string type)
    {
        if (name is null) json.WriteStartObject();
        else json.WriteStartObject(name);
        json.WriteString("$type", type);
    }
}
