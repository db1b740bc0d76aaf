using System.Text;
using CsrGraph.Export.Reading;
using CsrGraph.Model;
using CsrGraph.Vocabulary;

namespace CsrGraph.Export.Scripts;

/// <summary>
/// A Cypher script: entities and documents as nodes, relations as relationships with the words that bear them, other claims as nodes. It may be run
/// again: what is there is found by its id.
/// </summary>
internal sealed class CypherScript(GraphExport export, Outbox outbox)
{
    private readonly Dictionary<string, CypherBatch> batches = new(StringComparer.Ordinal);

    public static async Task WriteAsync(GraphExport export, Outbox outbox, CancellationToken cancellation)
    {
        var script = new CypherScript(export, outbox);
        script.WriteHead();
        await export.WriteRowsAsync(outbox, script.Write, script.Write, cancellation);
        script.SendAll();
    }

    private void WriteHead()
    {
        foreach (var line in SnapshotText.Lines(export.Snapshot, [], withDocuments: false)) WriteLine($"// {line.ReplaceLineEndings(" ")}");
        WriteLine("CREATE CONSTRAINT exported_id IF NOT EXISTS FOR (n:Exported) REQUIRE n.id IS UNIQUE;");
    }

    private void Write(Entity entity)
    {
        var isDocument = entity.Kind == KindDefinition.Document;
        var label = export.Vocabulary.Kind(entity.Kind).TypeName;
        var batch = Batch($"MERGE (n:Exported {{id: row.id}}) SET n = row, n:{label}");
        batch.Add(outbox, row =>
        {
            CypherText.Property(row, "id", entity.Id.Value);
            CypherText.Property(row, isDocument ? "title" : "name", entity.Name);
            CypherText.Property(row, "category", entity.Category);
            CypherText.Property(row, "date", entity.Date?.Date);
            CypherText.Day(row, "from", entity.Date?.Earliest?.DayNumber);
            CypherText.Day(row, "until", entity.Date?.Latest?.DayNumber);
            if (!isDocument) CypherText.Property(row, "names", entity.Names.Select(n => n.Text));
            foreach (var (name, value) in entity.Properties.Where(p => p.Key != DocumentProperty.Published)) CypherText.Property(row, name, value);
        });
    }

    private void Write(ExportRow.Said said)
    {
        // What a statement refers to is there before it runs.
        if (batches.Count > 0 && batches.Keys.All(b => b.StartsWith("MERGE (n:", StringComparison.Ordinal))) SendAll();
        var claim = said.Claim;
        var batch = Batch(claim switch
        {
            { Kind: ClaimKind.Relation } =>
                $"MATCH (a:Exported {{id: row.subject}}) MATCH (b:Exported {{id: row.object}}) MERGE (a)-[r:{claim.Type} {{claim: row.props.claim}}]->(b) SET r = row.props",
            { Object: not null } => $"{Other(claim.Kind)} WITH row, c MATCH (b:Exported {{id: row.object}}) MERGE (c)-[:OBJECT]->(b)",
            _ => Other(claim.Kind),
        });
        batch.Add(outbox, row =>
        {
            CypherText.Property(row, "subject", claim.Subject.Value);
            CypherText.Property(row, "object", claim.Object?.Value);
            row.Append(",props:{");
            WriteProperties(row, said);
            row.Append('}');
        });
    }

    private static string Other(ClaimKind kind) =>
        $"MATCH (a:Exported {{id: row.subject}}) MERGE (c:Exported {{id: row.props.id}}) SET c = row.props, c:Claim, c:{kind} MERGE (c)-[:SUBJECT]->(a)";

    private static void WriteProperties(StringBuilder row, ExportRow.Said said)
    {
        var (claim, order, evidence) = said;
        CypherText.Property(row, claim.Kind == ClaimKind.Relation ? "claim" : "id", claim.Id.ToString());
        if (claim.Kind != ClaimKind.Relation) CypherText.Property(row, "type", claim.Type);
        foreach (var (name, value) in claim.Qualifiers)
        {
            // The days stand under these names.
            if (name is QualifierName.From or QualifierName.Until) CypherText.Property(row, $"{name}Printed", PartialDateCode.Decode(value).ToString());
            else CypherText.Property(row, name, value);
        }

        CypherText.Property(row, "when", claim.When?.Date ?? claim.When?.Text);
        CypherText.Day(row, "from", order.FromDay);
        CypherText.Day(row, "until", order.UntilDay);
        CypherText.Property(row, "documents", evidence.Select(e => e.Document.Value));
        CypherText.Property(row, "quotes", evidence.Select(e => e.Quote ?? ""));
        CypherText.Property(row, "grades", evidence.Select(e => e.Grade.ToString().ToUpperInvariant()));
        if (evidence.Any(e => e.Note is not null)) CypherText.Property(row, "notes", evidence.Select(e => e.Note ?? ""));
        if (evidence.Select(e => e.Roster).FirstOrDefault(r => r is not null) is { } roster) CypherText.Property(row, "roster", roster.ToString());
    }

    private CypherBatch Batch(string what)
    {
        if (!batches.TryGetValue(what, out var batch)) batches.Add(what, batch = new CypherBatch(what));
        return batch;
    }

    private void SendAll()
    {
        foreach (var batch in batches.Values) batch.Send(outbox);
        batches.Clear();
    }

    private void WriteLine(string line) => outbox.Write(Encoding.UTF8.GetBytes(line + "\n"));
}
