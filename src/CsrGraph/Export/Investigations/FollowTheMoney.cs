using System.Globalization;
using CsrGraph.Export.Reading;
using CsrGraph.Model;
using CsrGraph.Vocabulary;

namespace CsrGraph.Export.Investigations;

/// <summary>
/// FollowTheMoney, as Aleph and OpenSanctions have it: entities, links, and sources as articles with what they document. What has no schema there is
/// named and counted in a note, which is the last line.
/// </summary>
internal sealed class FollowTheMoney(GraphExport export, FtmWriter writer)
{
    private readonly Dictionary<string, long> leftOut = new(StringComparer.Ordinal);
    private readonly Dictionary<EntityId, string?> addresses = [];
    private readonly HashSet<(string Document, string Entity)> documented = [];

    public static async Task WriteAsync(GraphExport export, Outbox outbox, CancellationToken cancellation)
    {
        using var writer = new FtmWriter(outbox);
        var entities = new FollowTheMoney(export, writer);
        await export.WriteRowsAsync(outbox, entities.Write, entities.Write, cancellation);
        entities.WriteNote();
    }

    private void Write(Entity entity)
    {
        var p = entity.Properties;
        var schema = FtmSchema.Of(entity);
        var isSource = entity.Kind == KindDefinition.Document;
        if (isSource) addresses.Add(entity.Id, p[DocumentProperty.Url]);
        var isFile = schema is "Document" or "Article";
        var isSpan = schema is "Event" or "Project";
        writer.Write(
            entity.Id.Value,
            schema,
            ("name", [entity.Name]),
            ("alias", entity.Names.Skip(1).Where(n => n.IsMatchable).Select(n => n.Text)),
            ("weakAlias", entity.Names.Skip(1).Where(n => !n.IsMatchable).Select(n => n.Text)),
            ("full", [schema == "Address" ? entity.Name : null]),
            ("classification", [schema is "Company" or "PublicBody" or "Organization" ? entity.Category : null]),
            ("startDate", [isSpan ? SnapshotJson.Day(entity.Date?.Earliest) : null]),
            ("endDate", [isSpan && entity.Kind == "EVENT" ? SnapshotJson.Day(entity.Date?.Latest) : null]),
            ("fileName", [isFile ? entity.Id.Value : null]),
            ("title", [isFile ? entity.Name : null]),
            ("publishedAt", [isFile ? SnapshotJson.Day(entity.Date?.Earliest) : null]),
            ("retrievedAt", [p[DocumentProperty.Retrieved]]),
            ("sourceUrl", [p[DocumentProperty.Url]]),
            ("publisher", [p[DocumentProperty.Publisher]]),
            ("notes", [p[DocumentProperty.Licence], p[DocumentProperty.Sha256] is { } hash ? $"sha256:{hash}" : null]),
            ("keywords", [entity.Kind]));
    }

    private void Write(ExportRow.Said said)
    {
        var claim = said.Claim;
        if (claim.Kind == ClaimKind.Relation) WriteRelation(said);
        else if (claim is { Kind: ClaimKind.Credit, Object: { } agent }) WriteDocumentation(claim.Subject.Value, agent.Value, claim.Type);
        else LeaveOut(claim);
    }

    private void WriteRelation(ExportRow.Said said)
    {
        var (claim, order, evidence) = said;
        var (subject, other) = (claim.Subject.Value, claim.Object!.Value.Value);
        var link = FtmSchema.LinkOf(claim.Type, SchemaOf(claim.Subject), SchemaOf(claim.Object.Value));
        (string, IEnumerable<string?>) from = (link.From, [subject]), to = (link.To, [other]);
        if (link.Schema == "Similar")
        {
            writer.Write(claim.Id.ToString(), link.Schema, from, to, ("criteria", evidence.Select(e => e.Note)));
        }
        else
        {
            writer.Write(
                claim.Id.ToString(),
                link.Schema,
                from,
                to,
                ("role", [claim.Qualifiers[QualifierName.Title], export.Vocabulary.RelationType(claim.Type).Label.En]),
                ("status", [claim.Qualifiers[QualifierName.State], claim.Qualifiers[QualifierName.Certainty]]),
                ("startDate", [SnapshotJson.Day(order.FromDay)]),
                ("endDate", [SnapshotJson.Day(order.UntilDay)]),
                ("recordId", [claim.Id.ToString()]),
                ("sourceUrl", evidence.Select(e => addresses.GetValueOrDefault(e.Document)).Distinct()),
                ("summary", evidence.Select(e => e.Quote is null ? $"{e.Note} ({e.Document})" : $"“{e.Quote}” ({e.Document})").Distinct()));
        }

        foreach (var piece in evidence)
        {
            Document(piece.Document.Value, subject);
            Document(piece.Document.Value, other);
        }
    }

    // A source documents an entity once, however many of its claims speak of it.
    private void Document(string document, string entity)
    {
        if (documented.Add((document, entity))) WriteDocumentation(document, entity, null);
    }

    private void WriteDocumentation(string document, string entity, string? role) => writer.Write(
        role is null ? $"documentation:{document}:{entity}" : $"documentation:{document}:{entity}:{role}",
        "Documentation",
        ("document", [document]),
        ("entity", [entity]),
        ("role", [role]));

    private void LeaveOut(Claim claim)
    {
        var what = claim.Kind == ClaimKind.Credit
            ? "claims of the kind CREDIT whose agent is printed words alone"
            : $"claims of the kind {claim.Kind.ToString().ToUpperInvariant()}" + (claim.Kind == ClaimKind.Statement ? $", {claim.Type}" : "");
        leftOut[what] = leftOut.GetValueOrDefault(what) + 1;
    }

    private void WriteNote()
    {
        var missing = leftOut.OrderBy(l => l.Key, StringComparer.Ordinal).Select(l => (l.Key, l.Value));
        writer.Write(
            string.Create(CultureInfo.InvariantCulture, $"note:export:{export.Snapshot.Head}"),
            "Note",
            ("name", ["About this export"]),
            ("modifiedAt", [export.Snapshot.KnownAt is { } knownAt ? SnapshotJson.Day(DateOnly.FromDateTime(knownAt.UtcDateTime)) : null]),
            ("description", SnapshotText.Lines(export.Snapshot, missing, withDocuments: false)));
    }

    private string SchemaOf(EntityId id) => FtmSchema.OfKind(export.Vocabulary.KindOfId(id.Value)!.Id);
}
