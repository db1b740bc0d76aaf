using System.Xml;
using CsrGraph.Model;
using CsrGraph.Store;
using CsrGraph.Vocabulary;

namespace CsrGraph.Export.Networks;

/// <summary>GraphML: the same network as GEXF, for igraph, NetworkX, yEd and Cytoscape.</summary>
internal sealed class GraphMl(VocabularyDefinition vocabulary) : NetworkXml
{
    private const string Namespace = "http://graphml.graphdrawing.org/xmlns";
    private static readonly string[] OfNodes = ["label", "kind", "category", "date", "color"];
    private static readonly string[] OfEdges = ["relation", "weight", "from", "until", "title", "certainty"];
    private static readonly string[] OfGraph = ["description", "head", "knownAt", "validAt", "rosters", "partialRosters"];

    private readonly KindColours colours = new(vocabulary);

    protected override void Begin(XmlWriter xml, GraphExport export)
    {
        var snapshot = export.Snapshot;
        xml.WriteStartElement("graphml", Namespace);
        WriteKeys(xml, "graph", OfGraph);
        WriteKeys(xml, "node", OfNodes);
        WriteKeys(xml, "edge", OfEdges);
        xml.WriteStartElement("graph", Namespace);
        xml.WriteAttributeString("id", "csrgraph");
        xml.WriteAttributeString("edgedefault", "directed");
        string?[] values =
        [
            Description(snapshot),
            Number(snapshot.Head),
            snapshot.KnownAt is { } knownAt ? Moment.Say(knownAt) : null,
            SnapshotJson.Day(snapshot.ValidAt),
            Number(snapshot.Rosters),
            Number(snapshot.PartialRosters),
        ];
        WriteData(xml, "graph", OfGraph, values);
    }

    protected override void WriteNode(XmlWriter xml, Entity entity)
    {
        xml.WriteStartElement("node", Namespace);
        xml.WriteAttributeString("id", entity.Id.Value);
        var (red, green, blue) = colours.Of(entity.Kind);
        WriteData(xml, "node", OfNodes, [entity.Name, entity.Kind, entity.Category, entity.Date?.Date, $"#{red:x2}{green:x2}{blue:x2}"]);
        xml.WriteEndElement();
    }

    protected override void BeginEdges(XmlWriter xml)
    {
    }

    protected override void WriteEdge(XmlWriter xml, Edge edge)
    {
        xml.WriteStartElement("edge", Namespace);
        xml.WriteAttributeString("id", edge.Id);
        xml.WriteAttributeString("source", edge.Source);
        xml.WriteAttributeString("target", edge.Target);
        if (!edge.IsDirected) xml.WriteAttributeString("directed", "false");
        WriteData(xml, "edge", OfEdges, [edge.Type, Number(edge.Weight), edge.From, edge.Until, edge.Title, edge.Certainty]);
        xml.WriteEndElement();
    }

    // A key's id is one of the whole file.
    private static void WriteKeys(XmlWriter xml, string of, string[] names)
    {
        foreach (var name in names)
        {
            xml.WriteStartElement("key", Namespace);
            xml.WriteAttributeString("id", $"{of}-{name}");
            xml.WriteAttributeString("for", of);
            xml.WriteAttributeString("attr.name", name);
            xml.WriteAttributeString("attr.type", name is "weight" or "head" or "rosters" or "partialRosters" ? "long" : "string");
            xml.WriteEndElement();
        }
    }

    private static void WriteData(XmlWriter xml, string of, string[] names, string?[] values)
    {
        foreach (var (name, value) in names.Zip(values))
        {
            if (value is null) continue;
            xml.WriteStartElement("data", Namespace);
            xml.WriteAttributeString("key", $"{of}-{name}");
            xml.WriteString(Clean(value));
            xml.WriteEndElement();
        }
    }
}
