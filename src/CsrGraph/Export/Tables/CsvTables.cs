using System.IO.Compression;
using System.Text.Encodings.Web;
using System.Text.Json;
using CsrGraph.Export.Reading;
using CsrGraph.Vocabulary;

namespace CsrGraph.Export.Tables;

/// <summary>CSV files in a zip, with the headers that Gephi, pandas and Neo4j expect, and <c>about.json</c>, which says what they show.</summary>
internal static class CsvTables
{
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Indented = true };

    public static async Task WriteAsync(GraphExport export, Outbox outbox, CancellationToken cancellation)
    {
        using var tables = new TableSet(export.Scratch);
        var nodes = new NodeTables(tables, export.Vocabulary);
        var claims = new ClaimTables(tables, export.Vocabulary, nodes.NameOf);
        await foreach (var row in export.RowsAsync(cancellation))
        {
            switch (row)
            {
                case ExportRow.Thing({ Kind: KindDefinition.Document } document):
                    nodes.AddDocument(document);
                    break;
                case ExportRow.Thing(var entity):
                    nodes.Add(entity);
                    break;
                case ExportRow.Said said:
                    claims.Add(said);
                    break;
            }
        }

        using var zip = new ZipArchive(outbox, ZipArchiveMode.Create, leaveOpen: true);
        WriteAbout(zip, json => SnapshotJson.Write(json, export.Snapshot, withDocuments: true));
        await tables.WriteAsync(zip, outbox, cancellation);
    }

    /// <summary>Writes the file that says what the others show.</summary>
    public static void WriteAbout(ZipArchive zip, Action<Utf8JsonWriter> members)
    {
        using var file = TableSet.Begin(zip, "about.json");
        using var json = new Utf8JsonWriter(file, Readable);
        json.WriteStartObject();
        members(json);
        json.WriteEndObject();
    }
}
