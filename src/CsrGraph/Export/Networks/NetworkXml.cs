using System.Xml;
using CsrGraph.Export.Reading;
using CsrGraph.Model;
using CsrGraph.Vocabulary;

namespace CsrGraph.Export.Networks;

/// <summary>Writes XML with nodes, then edges; what the formats have in common.</summary>
internal abstract class NetworkXml
{
    /// <summary>Writes an export; documents are no nodes, and only relations are edges.</summary>
    public async Task WriteAsync(GraphExport export, Outbox outbox, CancellationToken cancellation)
    {
        using var xml = XmlWriter.Create(outbox, NetworkText.Settings);
        Begin(xml, export);
        var isAtEdges = false;
        await export.WriteRowsAsync(outbox, Node, Relation, cancellation);
        if (!isAtEdges) BeginEdges(xml);
        xml.WriteEndDocument();

        void Node(Entity entity)
        {
            if (entity.Kind != KindDefinition.Document) WriteNode(xml, entity);
        }

        void Relation(ExportRow.Said said)
        {
            if (Edge.Of(said, export.Vocabulary) is not { } edge) return;
            if (!isAtEdges) BeginEdges(xml);
            isAtEdges = true;
            WriteEdge(xml, edge);
        }
    }

    /// <summary>What the export shows, and what of it a network has no place for.</summary>
    protected static string Description(ExportSnapshot snapshot) =>
        string.Join('\n', SnapshotText.Lines(snapshot, SnapshotText.OtherThanRelations(snapshot), withDocuments: true));

    /// <summary>Writes what comes before the first node.</summary>
    protected abstract void Begin(XmlWriter xml, GraphExport export);

    /// <summary>Writes a node.</summary>
    protected abstract void WriteNode(XmlWriter xml, Entity entity);

    /// <summary>Writes what stands between nodes and edges.</summary>
    protected abstract void BeginEdges(XmlWriter xml);

    /// <summary>Writes an edge.</summary>
    protected abstract void WriteEdge(XmlWriter xml, Edge edge);
}
