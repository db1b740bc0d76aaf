using System.Xml;
using CsrGraph.Export.Networks;
using CsrGraph.Model;
using CsrGraph.Query.Projecting;

namespace CsrGraph.Export.Projections;

/// <summary>Writes a projection as a network file: undirected, each node in its community's colour.</summary>
internal abstract class ProjectionXml
{
    public async Task WriteAsync(ProjectedGraph graph, Outbox outbox, CancellationToken cancellation)
    {
        using var xml = XmlWriter.Create(outbox, NetworkText.Settings);
        Begin(xml, graph.Snapshot, string.Join('\n', graph.Lines()));
        foreach (var (node, entity) in graph.Nodes)
        {
            WriteNode(xml, node, entity);
            await outbox.SendAsync(cancellation);
        }

        BeginEdges(xml);
        foreach (var edge in graph.Projection.EdgesByEnds())
        {
            WriteEdge(xml, $"{edge.A}--{edge.B}", edge);
            await outbox.SendAsync(cancellation);
        }

        xml.WriteEndDocument();
    }

    /// <summary>Writes what comes before the first node.</summary>
    protected abstract void Begin(XmlWriter xml, ExportSnapshot snapshot, string description);

    /// <summary>Writes a node.</summary>
    protected abstract void WriteNode(XmlWriter xml, ProjectedNode node, Entity entity);

    /// <summary>Writes what stands between nodes and edges.</summary>
    protected abstract void BeginEdges(XmlWriter xml);

    /// <summary>Writes an edge.</summary>
    protected abstract void WriteEdge(XmlWriter xml, string id, ProjectedEdge edge);
}
