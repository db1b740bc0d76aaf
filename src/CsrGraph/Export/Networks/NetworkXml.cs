using System.Text;
using System.Xml;
using CsrGraph.Export.Reading;
using CsrGraph.Model;
using CsrGraph.Vocabulary;

namespace CsrGraph.Export.Networks;

/// <summary>Writes XML with nodes, then edges; what the formats have in common.</summary>
internal abstract class NetworkXml
{
    private static readonly XmlWriterSettings Settings = new() { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), Indent = true, IndentChars = " ", NewLineChars = "\n" };

    /// <summary>Writes an export; documents are no nodes, and only relations are edges.</summary>
    public async Task WriteAsync(GraphExport export, Outbox outbox, CancellationToken cancellation)
    {
        using var xml = XmlWriter.Create(outbox, Settings);
        Begin(xml, export);
        var isAtEdges = false;
        await foreach (var row in export.RowsAsync(cancellation))
        {
            switch (row)
            {
                case ExportRow.Thing({ Kind: not KindDefinition.Document } entity):
                    WriteNode(xml, entity);
                    break;
                case ExportRow.Said said when Edge.Of(said, export.Vocabulary) is { } edge:
                    if (!isAtEdges) BeginEdges(xml);
                    isAtEdges = true;
                    WriteEdge(xml, edge);
                    break;
            }

            await outbox.SendAsync(cancellation);
        }

        if (!isAtEdges) BeginEdges(xml);
        xml.WriteEndDocument();
    }

    /// <summary>The words without what XML has no place for.</summary>
    protected static string Clean(string text)
    {
        foreach (var c in text)
        {
            if (!XmlConvert.IsXmlChar(c) && !char.IsSurrogate(c)) return string.Concat(text.Where(d => XmlConvert.IsXmlChar(d) || char.IsSurrogate(d)));
        }

        return text;
    }

    /// <summary>Writes what comes before the first node.</summary>
    protected abstract void Begin(XmlWriter xml, GraphExport export);

    /// <summary>Writes a node.</summary>
    protected abstract void WriteNode(XmlWriter xml, Entity entity);

    /// <summary>Writes what stands between nodes and edges.</summary>
    protected abstract void BeginEdges(XmlWriter xml);

    /// <summary>Writes an edge.</summary>
    protected abstract void WriteEdge(XmlWriter xml, Edge edge);
}
