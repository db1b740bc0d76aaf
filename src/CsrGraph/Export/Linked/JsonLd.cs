using System.Text.Encodings.Web;
using System.Text.Json;
using CsrGraph.Store;

namespace CsrGraph.Export.Linked;

/// <summary>
/// JSON-LD: entities and documents as schema.org has them, relations as its properties and as ours, and each claim as a statement that PROV-O derives
/// from its evidence, with the document as the primary source.
/// </summary>
internal static class JsonLd
{
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    public static async Task WriteAsync(GraphExport export, Outbox outbox, CancellationToken cancellation)
    {
        using var json = new Utf8JsonWriter(outbox, Plain);
        json.WriteStartObject();
        LinkedContext.Write(json);
        WriteAbout(json, export.Snapshot);
        json.WriteStartArray("@graph");
        var claims = new LinkedClaims(json, export.Vocabulary);
        await export.WriteRowsAsync(outbox, entity => WriteLine(() => LinkedEntities.Write(json, entity)), said => WriteLine(() => claims.Write(said)), cancellation);
        json.WriteEndArray();
        json.WriteEndObject();
        json.Flush();

        // A node a line.
        void WriteLine(Action write)
        {
            write();
            json.Flush();
            outbox.WriteByte((byte)'\n');
        }
    }

    // Of the named graph that the whole is.
    private static void WriteAbout(Utf8JsonWriter json, ExportSnapshot snapshot)
    {
        json.WriteString("@id", $"{LinkedContext.Ids}export:{snapshot.Head}");
        json.WriteStartArray("@type");
        json.WriteStringValue("schema:Dataset");
        json.WriteStringValue("prov:Entity");
        json.WriteEndArray();
        json.WriteNumber("csr:head", snapshot.Head);
        if (snapshot.KnownAt is { } knownAt) WriteTyped(json, "prov:generatedAtTime", Moment.Say(knownAt), "xsd:dateTime");
        if (snapshot.ValidAt is { } day) WriteTyped(json, "csr:validAt", SnapshotJson.Day(day), "xsd:date");
        json.WriteNumber("csr:rosters", snapshot.Rosters);
        json.WriteNumber("csr:partialRosters", snapshot.PartialRosters);
        json.WriteStartArray("schema:copyrightNotice");
        foreach (var note in snapshot.Licences) json.WriteStringValue(note.Licence);
        json.WriteEndArray();
    }

    private static void WriteTyped(Utf8JsonWriter json, string property, string value, string type)
    {
        json.WriteStartObject(property);
        json.WriteString("@value", value);
        json.WriteString("@type", type);
        json.WriteEndObject();
    }
}
