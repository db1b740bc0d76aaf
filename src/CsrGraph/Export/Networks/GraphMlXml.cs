using System.Xml;
using CsrGraph.Store;

namespace CsrGraph.Export.Networks;

/// <summary>The parts of a GraphML file.</summary>
internal static class GraphMlXml
{
    /// <summary>Of its elements.</summary>
    public const string Namespace = "http://graphml.graphdrawing.org/xmlns";

    private static readonly Column[] OfGraph =
    [
        new("description"), new("head", ColumnType.Integer), new("knownAt"), new("validAt"), new("rosters", ColumnType.Integer), new("partialRosters", ColumnType.Integer),
    ];

    /// <summary>Writes what stands before the first node.</summary>
    public static void Begin(
        XmlWriter xml, IEnumerable<Column> ofNodes, IEnumerable<Column> ofEdges, bool isDirected, ExportSnapshot snapshot, string description)
    {
        xml.WriteStartElement("graphml", Namespace);
        WriteKeys(xml, "graph", OfGraph);
        WriteKeys(xml, "node", ofNodes);
        WriteKeys(xml, "edge", ofEdges);
        xml.WriteStartElement("graph", Namespace);
        xml.WriteAttributeString("id", "csrgraph");
        xml.WriteAttributeString("edgedefault", isDirected ? "directed" : "undirected");
        string?[] values =
        [
            description,
            NetworkText.Number(snapshot.Head),
            snapshot.KnownAt is { } knownAt ? Moment.Say(knownAt) : null,
            SnapshotJson.Day(snapshot.ValidAt),
            NetworkText.Number(snapshot.Rosters),
            NetworkText.Number(snapshot.PartialRosters),
        ];
        WriteData(xml, "graph", OfGraph, values);
    }

    /// <summary>Writes what the graph, a node or an edge has; null for what it has not.</summary>
    public static void WriteData(XmlWriter xml, string of, IEnumerable<Column> columns, IEnumerable<string?> values)
    {
        foreach (var (column, value) in columns.Zip(values))
        {
            if (value is null) continue;
            xml.WriteStartElement("data", Namespace);
            xml.WriteAttributeString("key", $"{of}-{column.Name}");
            xml.WriteString(NetworkText.Clean(value));
            xml.WriteEndElement();
        }
    }

    /// <summary>A colour as these files write it.</summary>
    public static string Colour((byte Red, byte Green, byte Blue) colour) => $"#{colour.Red:x2}{colour.Green:x2}{colour.Blue:x2}";

    // A key's id is one of the whole file.
    private static void WriteKeys(XmlWriter xml, string of, IEnumerable<Column> columns)
    {
        foreach (var (name, type) in columns)
        {
            xml.WriteStartElement("key", Namespace);
            xml.WriteAttributeString("id", $"{of}-{name}");
            xml.WriteAttributeString("for", of);
            xml.WriteAttributeString("attr.name", name);
            xml.WriteAttributeString("attr.type", type switch { ColumnType.Integer => "long", ColumnType.Real => "double", _ => "string" });
            xml.WriteEndElement();
        }
    }
}
