using System.Text.Json;

namespace CsrGraph.Model;

/// <summary>A date as one line of JSON, for qualifiers and for the stores: <c>{"date":"2024-08-26","text":"8月26日晚","time":"Evening"}</c>.</summary>
public static class PartialDateCode
{
    private static readonly JsonWriterOptions Plain = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Encodes a date.</summary>
    public static string Encode(PartialDate date)
    {
        var buffer = new System.Buffers.ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Plain)) Write(json, date);
        return System.Text.Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>Decodes what <see cref="Encode"/> wrote.</summary>
    public static PartialDate Decode(string code)
    {
        using var json = JsonDocument.Parse(code);
        return Read(json.RootElement);
    }

    /// <summary>Writes a date as an object.</summary>
    public static void Write(Utf8JsonWriter json, PartialDate date)
    {
        json.WriteStartObject();
        if (date.Date is not null) json.WriteString("date", date.Date);
        if (date.Text is not null) json.WriteString("text", date.Text);
        if (date.Reason is not null) json.WriteString("inferred", date.Reason);
        if (date.Time is { } time) json.WriteString("time", time.ToString());
        json.WriteEndObject();
    }

    /// <summary>Reads the object that <see cref="Write"/> wrote.</summary>
    public static PartialDate Read(JsonElement json) => PartialDate.Of(
        Text(json, "date"), Text(json, "text"), Text(json, "inferred"), Text(json, "time") is { } time ? Enum.Parse<TimeOfDay>(time) : null);

    private static string? Text(JsonElement json, string name) => json.TryGetProperty(name, out var value) ? value.GetString() : null;
}
