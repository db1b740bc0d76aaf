using System.Text.Json;

namespace CsrGraph.Neo4j.Reading;

/// <summary>Takes a value from where the reader stands: at its first token before, at its last one afterwards.</summary>
internal delegate T RowReading<out T>(ref Utf8JsonReader value);

/// <summary>Takes what a row holds, one value after the other.</summary>
internal static class RowReadings
{
    /// <summary>The next value, a text or null.</summary>
    public static string? NextText(this ref Utf8JsonReader row)
    {
        row.Read();
        return row.GetString();
    }

    /// <summary>The next value, a whole number or null.</summary>
    public static long? NextNumber(this ref Utf8JsonReader row)
    {
        row.Read();
        return row.TokenType == JsonTokenType.Null ? null : row.GetInt64();
    }

    /// <summary>The next value, a day or null.</summary>
    public static int? NextDay(this ref Utf8JsonReader row) => (int?)row.NextNumber();

    /// <summary>The next value, true or false.</summary>
    public static bool NextFlag(this ref Utf8JsonReader row)
    {
        row.Read();
        return row.GetBoolean();
    }

    /// <summary>The next value, a text, as bytes.</summary>
    public static ReadOnlyMemory<byte> NextBytes(this ref Utf8JsonReader row)
    {
        row.Read();
        var bytes = new byte[row.ValueSpan.Length];
        return bytes.AsMemory(0, row.CopyString(bytes));
    }

    /// <summary>The values of the list that the reader stands at.</summary>
    public static List<T> List<T>(this ref Utf8JsonReader list, RowReading<T> read)
    {
        var values = new List<T>();
        while (list.Read() && list.TokenType != JsonTokenType.EndArray) values.Add(read(ref list));
        return values;
    }

    /// <summary>Goes to the end of the list whose values have been read.</summary>
    public static void End(this ref Utf8JsonReader list)
    {
        if (!list.Read() || list.TokenType != JsonTokenType.EndArray) throw new InvalidDataException("Neo4j answers more columns than were asked for");
    }
}
