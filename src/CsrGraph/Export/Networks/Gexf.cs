using System.Xml;
using CsrGraph.Model;
using CsrGraph.Vocabulary;

namespace CsrGraph.Export.Networks;

/// <summary>GEXF 1.3: a dynamic graph, each node in its kind's colour, each edge with its weight and the days on which it may hold.</summary>
internal sealed class Gexf(VocabularyDefinition vocabulary) : NetworkXml
{
    private static readonly Column[] OfNodes = [new("kind"), new("category"), new("date")];
    private static readonly Column[] OfEdges = [new("relation"), new("title"), new("certainty"), new("documents", ColumnType.Integer)];

    private readonly KindColours colours = new(vocabulary);

    protected override void Begin(XmlWriter xml, GraphExport export)
    {
        GexfXml.Begin(xml, export.Snapshot, Description(export.Snapshot));
        xml.WriteAttributeString("mode", "dynamic");
        xml.WriteAttributeString("defaultedgetype", "directed");
        xml.WriteAttributeString("timeformat", "date");
        xml.WriteAttributeString("timerepresentation", "interval");
        GexfXml.WriteAttributes(xml, "node", OfNodes);
        GexfXml.WriteAttributes(xml, "edge", OfEdges);
        xml.WriteStartElement("nodes", GexfXml.Namespace);
    }

    protected override void WriteNode(XmlWriter xml, Entity entity)
    {
        xml.WriteStartElement("node", GexfXml.Namespace);
        xml.WriteAttributeString("id", entity.Id.Value);
        xml.WriteAttributeString("label", NetworkText.Clean(entity.Name));

        // An event is over on a day; a pledge or a report is there from its day on.
        WriteSpell(xml, SnapshotJson.Day(entity.Date?.Earliest), entity.Kind == "EVENT" ? SnapshotJson.Day(entity.Date?.Latest) : null);
        GexfXml.WriteValues(xml, OfNodes, [entity.Kind, entity.Category, entity.Date?.Date]);
        GexfXml.WriteColour(xml, colours.Of(entity.Kind));
        xml.WriteEndElement();
    }

    protected override void BeginEdges(XmlWriter xml)
    {
        xml.WriteEndElement();
        xml.WriteStartElement("edges", GexfXml.Namespace);
    }

    protected override void WriteEdge(XmlWriter xml, Edge edge)
    {
        xml.WriteStartElement("edge", GexfXml.Namespace);
        xml.WriteAttributeString("id", edge.Id);
        xml.WriteAttributeString("source", edge.Source);
        xml.WriteAttributeString("target", edge.Target);
        if (!edge.IsDirected) xml.WriteAttributeString("type", "undirected");
        xml.WriteAttributeString("kind", edge.Type);
        xml.WriteAttributeString("label", edge.Type);
        xml.WriteAttributeString("weight", NetworkText.Number(edge.Weight));
        WriteSpell(xml, edge.From, edge.Until);
        GexfXml.WriteValues(xml, OfEdges, [edge.Type, edge.Title, edge.Certainty, NetworkText.Number(edge.Weight)]);
        xml.WriteEndElement();
    }

    private static void WriteSpell(XmlWriter xml, string? from, string? until)
    {
        if (from is not null) xml.WriteAttributeString("start", from);
        if (until is not null) xml.WriteAttributeString("end", until);
    }
}
