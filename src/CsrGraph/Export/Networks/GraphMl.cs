using System.Xml;
using CsrGraph.Model;
using CsrGraph.Vocabulary;

namespace CsrGraph.Export.Networks;

/// <summary>GraphML: the same network as GEXF, for igraph, NetworkX, yEd and Cytoscape.</summary>
internal sealed class GraphMl(VocabularyDefinition vocabulary) : NetworkXml
{
    private static readonly Column[] OfNodes = [new("label"), new("kind"), new("category"), new("date"), new("color")];
    private static readonly Column[] OfEdges = [new("relation"), new("weight", ColumnType.Integer), new("from"), new("until"), new("title"), new("certainty")];

    private readonly KindColours colours = new(vocabulary);

    protected override void Begin(XmlWriter xml, GraphExport export)
    {
        GraphMlXml.Begin(xml, OfNodes, OfEdges, isDirected: true, export.Snapshot, Description(export.Snapshot));
    }

    protected override void WriteNode(XmlWriter xml, Entity entity)
    {
        xml.WriteStartElement("node", GraphMlXml.Namespace);
        xml.WriteAttributeString("id", entity.Id.Value);
        GraphMlXml.WriteData(xml, "node", OfNodes, [entity.Name, entity.Kind, entity.Category, entity.Date?.Date, GraphMlXml.Colour(colours.Of(entity.Kind))]);
        xml.WriteEndElement();
    }

    protected override void BeginEdges(XmlWriter xml)
    {
    }

    protected override void WriteEdge(XmlWriter xml, Edge edge)
    {
        xml.WriteStartElement("edge", GraphMlXml.Namespace);
        xml.WriteAttributeString("id", edge.Id);
        xml.WriteAttributeString("source", edge.Source);
        xml.WriteAttributeString("target", edge.Target);
        if (!edge.IsDirected) xml.WriteAttributeString("directed", "false");
        GraphMlXml.WriteData(xml, "edge", OfEdges, [edge.Type, NetworkText.Number(edge.Weight), edge.From, edge.Until, edge.Title, edge.Certainty]);
        xml.WriteEndElement();
    }
}
