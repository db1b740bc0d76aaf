using System.Text.Json;
using CsrGraph.Model;

namespace CsrGraph.Neo4j.Reading;

/// <summary>Reads a piece of evidence from a row.</summary>
internal static class EvidenceColumns
{
    /// <summary>A claim's id as it is kept.</summary>
    public static ClaimId ClaimOf(string? text) =>
        ClaimId.TryParse(text, out var id) ? id : throw new InvalidDataException($"'{text}' in the database is no claim's id");

    /// <summary>Document, quote, start, end, grade, note, roster: the next columns.</summary>
    public static Evidence Read(ref Utf8JsonReader row)
    {
        var (document, quote, start, end) = (new EntityId(row.NextText()!), row.NextText(), row.NextNumber(), row.NextNumber());
        var (grade, note, roster) = (row.NextText()!, row.NextText(), row.NextText());
        return new Evidence(
            document, quote, start is { } from ? new Span((int)from, (int)end!.Value) : null, Enum.Parse<Grade>(grade, ignoreCase: true), note,
            roster is null ? null : ClaimOf(roster));
    }
}
