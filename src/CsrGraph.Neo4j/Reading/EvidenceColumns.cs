using System.Text.Json;
using CsrGraph.Model;

namespace CsrGraph.Neo4j.Reading;

/// <summary>Reads a piece of evidence from a row.</summary>
internal static class EvidenceColumns
{
    /// <summary>A claim's id as it is kept.</summary>
    public static ClaimId ClaimOf(JsonElement json) =>
        ClaimId.TryParse(json.GetString(), out var id) ? id : throw new InvalidDataException($"'{json}' in the database is no claim's id");

    /// <summary>Document, quote, start, end, grade, note, roster, from this column on.</summary>
    public static Evidence Read(JsonElement row, int column) => new(
        new EntityId(row[column].GetString()!),
        row[column + 1].GetString(),
        row[column + 2].ValueKind == JsonValueKind.Number ? new Span(row[column + 2].GetInt32(), row[column + 3].GetInt32()) : null,
        Enum.Parse<Grade>(row[column + 4].GetString()!, ignoreCase: true),
        row[column + 5].GetString(),
        row[column + 6].ValueKind == JsonValueKind.String ? ClaimOf(row[column + 6]) : null);
}
