using System.Text.Encodings.Web;
using System.Text.Json;
using CsrGraph.Export.Reading;
using CsrGraph.Model;
using CsrGraph.Seeding.Bulk;
using CsrGraph.Vocabulary;

namespace CsrGraph.Export.Lines;

/// <summary>
/// JSON Lines: what the export shows, then entities, then documents, then the claims of each document, in the lines of bulk seeds; so that a load of
/// it gives the same graph.
/// </summary>
internal static class JsonLines
{
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static async Task WriteAsync(GraphExport export, Outbox outbox, CancellationToken cancellation)
    {
        WriteHead(export.Snapshot, outbox);
        using var lines = new SeedLineWriter(outbox, export.Vocabulary);
        using var claims = new DocumentClaims(export);
        var documents = new List<Entity>();
        await foreach (var row in export.RowsAsync(cancellation, claims.Beginning))
        {
            switch (row)
            {
                case ExportRow.Thing({ Kind: KindDefinition.Document } document):
                    claims.Expect(document.Id);
                    documents.Add(document);
                    break;
                case ExportRow.Thing(var entity):
                    lines.Write(entity);
                    await outbox.SendAsync(cancellation);
                    break;
                case ExportRow.Said said:
                    claims.Add(said);
                    break;
                case ExportRow.Written claim:
                    claims.Add(claim);
                    break;
            }
        }

        foreach (var document in documents)
        {
            lines.Write(document, claims.Least(document.Id), 0);
            await outbox.SendAsync(cancellation);
        }

        lines.Flush();
        documents.Clear();
        await claims.WriteAsync(outbox, cancellation);
    }

    private static void WriteHead(ExportSnapshot snapshot, Outbox outbox)
    {
        using (var json = new Utf8JsonWriter(outbox, Plain))
        {
            json.WriteStartObject();
            json.WriteString("csrgraph", "export");
            SnapshotJson.Write(json, snapshot, withDocuments: false);
            json.WriteEndObject();
        }

        outbox.WriteByte((byte)'\n');
    }
}
