using System.Xml;
using CsrGraph.Export.Networks;
using CsrGraph.Model;
using CsrGraph.Query.Projecting;

namespace CsrGraph.Export.Projections;

/// <summary>A projection as GEXF 1.3.</summary>
internal sealed class ProjectionGexf : ProjectionXml
{
    protected override void Begin(XmlWriter xml, ExportSnapshot snapshot, string description)
    {
        GexfXml.Begin(xml, snapshot, description);
        xml.WriteAttributeString("mode", "static");
        xml.WriteAttributeString("defaultedgetype", "undirected");
        GexfXml.WriteAttributes(xml, "node", ProjectionColumns.OfNodes);
        GexfXml.WriteAttributes(xml, "edge", OfEdges);
        xml.WriteStartElement("nodes", GexfXml.Namespace);
    }

    protected override void WriteNode(XmlWriter xml, ProjectedNode node, Entity entity)
    {
        xml.WriteStartElement("node", GexfXml.Namespace);
        xml.WriteAttributeString("id", node.Id);
        xml.WriteAttributeString("label", NetworkText.Clean(entity.Name));
        GexfXml.WriteValues(xml, ProjectionColumns.OfNodes, ProjectionColumns.Of(node, entity));
        GexfXml.WriteColour(xml, KindColours.OfNumber(node.Community!.Value));
        xml.WriteEndElement();
    }

    protected override void BeginEdges(XmlWriter xml)
    {
        xml.WriteEndElement();
        xml.WriteStartElement("edges", GexfXml.Namespace);
    }

    protected override void WriteEdge(XmlWriter xml, string id, ProjectedEdge edge)
    {
        xml.WriteStartElement("edge", GexfXml.Namespace);
        xml.WriteAttributeString("id", id);
        xml.WriteAttributeString("source", edge.A);
        xml.WriteAttributeString("target", edge.B);
        xml.WriteAttributeString("weight", NetworkText.Number(edge.Weight));
        GexfXml.WriteValues(xml, OfEdges, ProjectionColumns.Of(edge).Skip(1));
        xml.WriteEndElement();
    }

    // The weight is GEXF's own.
    private static IEnumerable<Column> OfEdges => ProjectionColumns.OfEdges.Skip(1);
}
