using System.Text.Json;
using CsrGraph.Model;

namespace CsrGraph.Neo4j.Reading;

/// <summary>Reads a piece of evidence from a row.</summary>
internal static class EvidenceColumns
{
    /// <summary>A claim's id as it is kept.</summary>
    public static ClaimId ClaimOf(string? text) =>
        ClaimId.TryParse(text, out var id) ? id : throw new InvalidDataException($"'{text}' in the database is no claim's id");

    /// <summary>A claim's id as it is kept.</summary>
    public static ClaimId ClaimOf(JsonElement json) => ClaimOf(json.GetString());

    /// <summary>Document, quote, start, end, grade, note, roster, from this column on.</summary>
    public static Evidence Read(JsonElement row, int column) => new(
        new EntityId(row[column].GetString()!),
        row[column + 1].GetString(),
        row[column + 2].ValueKind == JsonValueKind.Number ? new Span(row[column + 2].GetInt32(), row[column + 3].GetInt32()) : null,
        GradeOf(row[column + 4].GetString()!),
        row[column + 5].GetString(),
        row[column + 6].ValueKind == JsonValueKind.String ? ClaimOf(row[column + 6]) : null);

    /// <summary>Document, quote, start, end, grade, note, roster: the next columns.</summary>
    public static Evidence Read(ref Utf8JsonReader row)
    {
        var (document, quote, start, end) = (new EntityId(row.NextText()!), row.NextText(), row.NextNumber(), row.NextNumber());
        var (grade, note, roster) = (row.NextText()!, row.NextText(), row.NextText());
        return new Evidence(
            document, quote, start is { } from ? new Span((int)from, (int)end!.Value) : null, GradeOf(grade), note,
            roster is null ? null : ClaimOf(roster));
    }

    private static Grade GradeOf(string text) => Enum.Parse<Grade>(text, ignoreCase: true);
}
