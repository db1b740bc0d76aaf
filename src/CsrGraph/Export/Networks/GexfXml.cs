using System.Globalization;
using System.Xml;

namespace CsrGraph.Export.Networks;

/// <summary>The parts of a GEXF 1.3 file.</summary>
internal static class GexfXml
{
    /// <summary>Of its elements.</summary>
    public const string Namespace = "http://gexf.net/1.3";

    private const string Viz = "http://gexf.net/1.3/viz";

    /// <summary>Writes what stands before the graph's attributes, the element of the graph begun.</summary>
    public static void Begin(XmlWriter xml, ExportSnapshot snapshot, string description)
    {
        xml.WriteStartElement("gexf", Namespace);
        xml.WriteAttributeString("xmlns", "viz", null, Viz);
        xml.WriteAttributeString("version", "1.3");
        xml.WriteStartElement("meta", Namespace);
        if (snapshot.KnownAt is { } knownAt) xml.WriteAttributeString("lastmodifieddate", knownAt.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        xml.WriteElementString("creator", Namespace, "CsrGraph");
        xml.WriteElementString("description", Namespace, NetworkText.Clean(description));
        xml.WriteEndElement();
        xml.WriteStartElement("graph", Namespace);
    }

    /// <summary>Says what each node or each edge has.</summary>
    public static void WriteAttributes(XmlWriter xml, string of, IEnumerable<Column> columns)
    {
        xml.WriteStartElement("attributes", Namespace);
        xml.WriteAttributeString("class", of);
        xml.WriteAttributeString("mode", "static");
        foreach (var (name, type) in columns)
        {
            xml.WriteStartElement("attribute", Namespace);
            xml.WriteAttributeString("id", name);
            xml.WriteAttributeString("title", name);
            xml.WriteAttributeString("type", type switch { ColumnType.Integer => "integer", ColumnType.Real => "double", _ => "string" });
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    /// <summary>Writes what a node or an edge has; null for what it has not.</summary>
    public static void WriteValues(XmlWriter xml, IEnumerable<Column> columns, IEnumerable<string?> values)
    {
        xml.WriteStartElement("attvalues", Namespace);
        foreach (var (column, value) in columns.Zip(values))
        {
            if (value is null) continue;
            xml.WriteStartElement("attvalue", Namespace);
            xml.WriteAttributeString("for", column.Name);
            xml.WriteAttributeString("value", NetworkText.Clean(value));
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    /// <summary>Writes a node's colour.</summary>
    public static void WriteColour(XmlWriter xml, (byte Red, byte Green, byte Blue) colour)
    {
        xml.WriteStartElement("viz", "color", Viz);
        xml.WriteAttributeString("r", NetworkText.Number(colour.Red));
        xml.WriteAttributeString("g", NetworkText.Number(colour.Green));
        xml.WriteAttributeString("b", NetworkText.Number(colour.Blue));
        xml.WriteEndElement();
    }
}
