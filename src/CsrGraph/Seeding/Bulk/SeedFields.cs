using System.Globalization;
using System.Text.Json;
using CsrGraph.Model;

namespace CsrGraph.Seeding.Bulk;

/// <summary>Writes what many fields of seeds are made of.</summary>
internal static class SeedFields
{
    public static void Words(this Utf8JsonWriter json, string key, string? value)
    {
        if (value is not null) json.WriteString(key, value);
    }

    public static void Number(this Utf8JsonWriter json, string key, string? value)
    {
        if (value is not null) json.WriteNumber(key, decimal.Parse(value, CultureInfo.InvariantCulture));
    }

    public static void Piece(this Utf8JsonWriter json, Evidence piece)
    {
        json.Words("quote", piece.Quote);
        if (piece.Span is { } span) json.Place("span", span);
        if (piece is { Grade: Grade.Inferred, Quote: not null }) json.WriteString("grade", "INFERRED");
        json.Words("note", piece.Note);
    }

    // One of them is in nearly every line; 24 characters are room for two numbers and what is between.
    private static void Place(this Utf8JsonWriter json, string key, Span span)
    {
        System.Span<char> text = stackalloc char[24];
        text.TryWrite(CultureInfo.InvariantCulture, $"{span.Start}-{span.End}", out var length);
        json.WriteString(key, text[..length]);
    }

    public static void Date(this Utf8JsonWriter json, string key, PartialDate date)
    {
        if (date is { Text: null, Reason: null, Time: null })
        {
            json.WriteString(key, date.Date);
            return;
        }

        json.WriteStartObject(key);
        json.Words("text", date.Text);
        json.Words("date", date.Date);
        json.Words("inferred", date.Reason);
        json.Words("time", date.Time?.ToString().ToUpperInvariant());
        json.WriteEndObject();
    }
}
