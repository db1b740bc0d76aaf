using System.Text.Json;
using CsrGraph.Model;

namespace CsrGraph.Generation.Output;

/// <summary>Writes a date as seeds have it.</summary>
internal static class DateItem
{
    public static void Write(Utf8JsonWriter json, string key, PartialDate date)
    {
        if (date is { Date: { } plain, Text: null, Reason: null, Time: null })
        {
            json.WriteString(key, plain);
            return;
        }

        json.WriteStartObject(key);
        if (date.Text is not null) json.WriteString("text", date.Text);
        if (date.Date is not null) json.WriteString("date", date.Date);
        if (date.Reason is not null) json.WriteString("inferred", date.Reason);
        if (date.Time is { } time) json.WriteString("time", time.ToString().ToUpperInvariant());
        json.WriteEndObject();
    }
}
