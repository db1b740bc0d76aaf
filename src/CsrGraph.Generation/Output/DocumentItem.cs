using System.Text.Json;
using CsrGraph.Model;
using CsrGraph.Seeding;

namespace CsrGraph.Generation.Output;

/// <summary>Writes a document's metadata as seeds have it.</summary>
internal static class DocumentItem
{
    private static readonly string[] Plain =
    [
        DocumentProperty.Language, DocumentProperty.Publisher, DocumentProperty.Column, DocumentProperty.CopiedFrom, DocumentProperty.Licence, DocumentProperty.Sha256,
    ];

    public static void Write(Utf8JsonWriter json, SeedDocument document)
    {
        var record = document.Record;
        json.WriteStartObject();
        json.WriteString("title", record.Name);
        foreach (var name in Plain)
        {
            if (record.Properties[name] is { } value) json.WriteString(name, value);
        }

        if (record.Date is { } published) DateItem.Write(json, DocumentProperty.Published, published);
        var ends = document.Claims.SelectMany(c => new[] { c.Claim.Subject, c.Claim.Object ?? c.Claim.Subject }).Where(end => !end.IsDocument).Distinct().Count();
        json.WriteStartObject("assertions");
        json.WriteNumber("claims", document.Claims.Count);
        json.WriteNumber("entities", ends);
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
