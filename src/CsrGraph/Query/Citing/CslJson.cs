using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using CsrGraph.Model;
using CsrGraph.Store;

namespace CsrGraph.Query.Citing;

/// <summary>Writes citations as CSL-JSON: an array with one item.</summary>
internal static class CslJson
{
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(Citation citation)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Plain))
        {
            json.WriteStartArray();
            json.WriteStartObject();
            WriteItem(json, citation);
            json.WriteEndObject();
            json.WriteEndArray();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void WriteItem(Utf8JsonWriter json, Citation citation)
    {
        json.WriteString("id", citation.Id);
        json.WriteString("type", citation.Type switch { CitedType.Document => "article", CitedType.Entity => "entry", _ => "dataset" });
        json.WriteString("title", citation.Title);
        if (citation.Authors.Count > 0)
        {
            json.WriteStartArray("author");
            foreach (var author in citation.Authors)
            {
                json.WriteStartObject();
                json.WriteString("literal", author);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        if (citation.Publisher is { } publisher) json.WriteString("publisher", publisher);
        if (citation.Issued?.Earliest is { } first) WriteDate(json, "issued", first, citation.Issued.Precision);
        if (citation.Url is { } url) json.WriteString("URL", url);
        if (citation.Retrieved is { } day) WriteDate(json, "accessed", DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture), DatePrecision.Day);
        if (citation.Type != CitedType.Document)
        {
            json.WriteString("container-title", CitationText.Graph);
            json.WriteString("version", citation.Head.ToString(CultureInfo.InvariantCulture));
            if (citation.KnownAt is { } knownAt) json.WriteString("status", Moment.Say(knownAt));
        }

        if (citation.Notes.Count > 0) json.WriteString("note", string.Join("; ", citation.Notes));
    }

    private static void WriteDate(Utf8JsonWriter json, string name, DateOnly first, DatePrecision precision)
    {
        json.WriteStartObject(name);
        json.WriteStartArray("date-parts");
        json.WriteStartArray();
        json.WriteNumberValue(first.Year);
        if (precision is DatePrecision.Month or DatePrecision.Day) json.WriteNumberValue(first.Month);
        if (precision == DatePrecision.Day) json.WriteNumberValue(first.Day);
        json.WriteEndArray();
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
