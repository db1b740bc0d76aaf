using System.Xml;
using CsrGraph.Export.Networks;
using CsrGraph.Model;
using CsrGraph.Query.Projecting;

namespace CsrGraph.Export.Projections;

/// <summary>A projection as GraphML.</summary>
internal sealed class ProjectionGraphMl : ProjectionXml
{
    private static readonly Column[] OfNodes = [new("label"), .. ProjectionColumns.OfNodes, new("color")];

    protected override void Begin(XmlWriter xml, ExportSnapshot snapshot, string description) =>
        GraphMlXml.Begin(xml, OfNodes, ProjectionColumns.OfEdges, isDirected: false, snapshot, description);

    protected override void WriteNode(XmlWriter xml, ProjectedNode node, Entity entity)
    {
        xml.WriteStartElement("node", GraphMlXml.Namespace);
        xml.WriteAttributeString("id", node.Id);
        var colour = GraphMlXml.Colour(KindColours.OfNumber(node.Community!.Value));
        GraphMlXml.WriteData(xml, "node", OfNodes, [entity.Name, .. ProjectionColumns.Of(node, entity), colour]);
        xml.WriteEndElement();
    }

    protected override void BeginEdges(XmlWriter xml)
    {
    }

    protected override void WriteEdge(XmlWriter xml, string id, ProjectedEdge edge)
    {
        xml.WriteStartElement("edge", GraphMlXml.Namespace);
        xml.WriteAttributeString("id", id);
        xml.WriteAttributeString("source", edge.A);
        xml.WriteAttributeString("target", edge.B);
        GraphMlXml.WriteData(xml, "edge", ProjectionColumns.OfEdges, ProjectionColumns.Of(edge));
        xml.WriteEndElement();
    }
}
