using System.Text.Json;
using CsrGraph.Model;
using CsrGraph.Store;

namespace CsrGraph.Neo4j.Writing;

/// <summary>Writes rows, and values as their elements.</summary>
internal static class JsonRows
{
    /// <summary>The parameter <c>rows</c>: a list of lists.</summary>
    public static void Rows<T>(this Utf8JsonWriter json, IReadOnlyList<T> rows, Action<Utf8JsonWriter, T> write)
    {
        json.WriteStartArray("rows");
        foreach (var row in rows)
        {
            json.WriteStartArray();
            write(json, row);
            json.WriteEndArray();
        }

        json.WriteEndArray();
    }

    public static void Value(this Utf8JsonWriter json, string? text)
    {
        if (text is null) json.WriteNullValue();
        else json.WriteStringValue(text);
    }

    public static void Value(this Utf8JsonWriter json, long? number)
    {
        if (number is null) json.WriteNullValue();
        else json.WriteNumberValue(number.Value);
    }

    /// <summary>First day, last day, readable date, code.</summary>
    public static void Date(this Utf8JsonWriter json, PartialDate? date)
    {
        json.Value(date?.Earliest?.DayNumber);
        json.Value(date?.Latest?.DayNumber);
        json.Value(date?.Date ?? date?.Text);
        json.Value(date is null ? null : PartialDateCode.Encode(date));
    }

    /// <summary>Day, last day, rank.</summary>
    public static void Order(this Utf8JsonWriter json, ClaimOrder order)
    {
        json.Value(order.FromDay);
        json.Value(order.UntilDay);
        json.WriteNumberValue(order.Rank);
    }

    /// <summary>Qualifiers or properties as an object, for people to read and for conditions.</summary>
    public static void Readable(this Utf8JsonWriter json, Qualifiers qualifiers)
    {
        json.WriteStartObject();
        foreach (var (name, value) in qualifiers) json.WriteString(PropertyName.Of(name), value);
        json.WriteEndObject();
    }
}
