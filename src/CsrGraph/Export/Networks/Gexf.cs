using System.Globalization;
using System.Xml;
using CsrGraph.Model;
using CsrGraph.Vocabulary;

namespace CsrGraph.Export.Networks;

/// <summary>GEXF 1.3: a dynamic graph, each node in its kind's colour, each edge with its weight and the days on which it may hold.</summary>
internal sealed class Gexf(VocabularyDefinition vocabulary) : NetworkXml
{
    private const string Namespace = "http://gexf.net/1.3";
    private const string Viz = "http://gexf.net/1.3/viz";
    private static readonly string[] OfNodes = ["kind", "category", "date"];
    private static readonly string[] OfEdges = ["relation", "title", "certainty", "documents"];

    private readonly KindColours colours = new(vocabulary);

    protected override void Begin(XmlWriter xml, GraphExport export)
    {
        var snapshot = export.Snapshot;
        xml.WriteStartElement("gexf", Namespace);
        xml.WriteAttributeString("xmlns", "viz", null, Viz);
        xml.WriteAttributeString("version", "1.3");
        xml.WriteStartElement("meta", Namespace);
        if (snapshot.KnownAt is { } knownAt) xml.WriteAttributeString("lastmodifieddate", knownAt.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        xml.WriteElementString("creator", Namespace, "CsrGraph");
        xml.WriteElementString("description", Namespace, Clean(Description(snapshot)));
        xml.WriteEndElement();
        xml.WriteStartElement("graph", Namespace);
        xml.WriteAttributeString("mode", "dynamic");
        xml.WriteAttributeString("defaultedgetype", "directed");
        xml.WriteAttributeString("timeformat", "date");
        xml.WriteAttributeString("timerepresentation", "interval");
        WriteAttributes(xml, "node", OfNodes, "string");
        WriteAttributes(xml, "edge", OfEdges, "string");
        xml.WriteStartElement("nodes", Namespace);
    }

    protected override void WriteNode(XmlWriter xml, Entity entity)
    {
        xml.WriteStartElement("node", Namespace);
        xml.WriteAttributeString("id", entity.Id.Value);
        xml.WriteAttributeString("label", Clean(entity.Name));

        // An event is over on a day; a pledge or a report is there from its day on.
        WriteSpell(xml, SnapshotJson.Day(entity.Date?.Earliest), entity.Kind == "EVENT" ? SnapshotJson.Day(entity.Date?.Latest) : null);
        WriteValues(xml, OfNodes, [entity.Kind, entity.Category, entity.Date?.Date]);
        var (red, green, blue) = colours.Of(entity.Kind);
        xml.WriteStartElement("viz", "color", Viz);
        xml.WriteAttributeString("r", Number(red));
        xml.WriteAttributeString("g", Number(green));
        xml.WriteAttributeString("b", Number(blue));
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    protected override void BeginEdges(XmlWriter xml)
    {
        xml.WriteEndElement();
        xml.WriteStartElement("edges", Namespace);
    }

    protected override void WriteEdge(XmlWriter xml, Edge edge)
    {
        xml.WriteStartElement("edge", Namespace);
        xml.WriteAttributeString("id", edge.Id);
        xml.WriteAttributeString("source", edge.Source);
        xml.WriteAttributeString("target", edge.Target);
        if (!edge.IsDirected) xml.WriteAttributeString("type", "undirected");
        xml.WriteAttributeString("kind", edge.Type);
        xml.WriteAttributeString("label", edge.Type);
        xml.WriteAttributeString("weight", Number(edge.Weight));
        WriteSpell(xml, edge.From, edge.Until);
        WriteValues(xml, OfEdges, [edge.Type, edge.Title, edge.Certainty, Number(edge.Weight)]);
        xml.WriteEndElement();
    }

    private static void WriteAttributes(XmlWriter xml, string of, string[] names, string type)
    {
        xml.WriteStartElement("attributes", Namespace);
        xml.WriteAttributeString("class", of);
        xml.WriteAttributeString("mode", "static");
        foreach (var name in names)
        {
            xml.WriteStartElement("attribute", Namespace);
            xml.WriteAttributeString("id", name);
            xml.WriteAttributeString("title", name);
            xml.WriteAttributeString("type", name == "documents" ? "integer" : type);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void WriteSpell(XmlWriter xml, string? from, string? until)
    {
        if (from is not null) xml.WriteAttributeString("start", from);
        if (until is not null) xml.WriteAttributeString("end", until);
    }

    private static void WriteValues(XmlWriter xml, string[] names, string?[] values)
    {
        xml.WriteStartElement("attvalues", Namespace);
        foreach (var (name, value) in names.Zip(values))
        {
            if (value is null) continue;
            xml.WriteStartElement("attvalue", Namespace);
            xml.WriteAttributeString("for", name);
            xml.WriteAttributeString("value", Clean(value));
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }
}
