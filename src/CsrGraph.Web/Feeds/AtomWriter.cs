using System.Globalization;
using System.Net;
using System.Text;
using System.Xml;

namespace CsrGraph.Web.Feeds;

/// <summary>Writes feeds as Atom (RFC 4287).</summary>
internal static class AtomWriter
{
    /// <summary>Atom's media type.</summary>
    public const string MediaType = "application/atom+xml";

    private const string Namespace = "http://www.w3.org/2005/Atom";
    private static readonly XmlWriterSettings Settings = new() { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), Indent = true, IndentChars = " ", NewLineChars = "\n" };

    /// <summary>The feed as bytes.</summary>
    /// <param name="feed">What was changed.</param>
    /// <param name="root">Where the server is seen.</param>
    /// <param name="path">Where this feed is, below that.</param>
    public static ReadOnlyMemory<byte> Write(Feed feed, Uri root, string path)
    {
        using var buffer = new MemoryStream();
        using (var xml = XmlWriter.Create(buffer, Settings))
        {
            var self = root.ToString().TrimEnd('/') + path;
            xml.WriteStartElement("feed", Namespace);
            Text(xml, "id", self);
            Text(xml, "title", feed.Title);
            Text(xml, "updated", Moment(feed.Entries.Count > 0 ? feed.Entries[0].ChangeSet.At : DateTimeOffset.UnixEpoch));
            Link(xml, "self", self);
            foreach (var entry in feed.Entries) Write(xml, entry, self);
            xml.WriteEndElement();
        }

        return buffer.ToArray();
    }

    private static void Write(XmlWriter xml, FeedEntry entry, string self)
    {
        var set = entry.ChangeSet;
        xml.WriteStartElement("entry", Namespace);

        // Another store's change-set of that number was applied at another moment.
        Text(xml, "id", string.Create(CultureInfo.InvariantCulture, $"{self}#{set.Number}-{set.At.UtcTicks}"));
        Text(xml, "title", Clean(string.Create(CultureInfo.InvariantCulture, $"{set.Number}: {set.Message}")));
        Text(xml, "updated", Moment(set.At));
        xml.WriteStartElement("author", Namespace);
        Text(xml, "name", Clean(set.Author));
        xml.WriteEndElement();
        Text(xml, "summary", string.Create(CultureInfo.InvariantCulture, $"claims +{set.Added} -{set.Retracted}"));
        xml.WriteStartElement("content", Namespace);
        xml.WriteAttributeString("type", "html");
        xml.WriteString(Html(entry));
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static string Html(FeedEntry entry)
    {
        var html = new StringBuilder("<ul>");
        foreach (var line in entry.Lines) html.Append("<li>").Append(WebUtility.HtmlEncode(Clean(line))).Append("</li>");
        if (entry.More > 0) html.Append(CultureInfo.InvariantCulture, $"<li>… and {entry.More} more: csrgraph changes {entry.ChangeSet.Number}</li>");
        return html.Append("</ul>").ToString();
    }

    private static void Text(XmlWriter xml, string name, string text) => xml.WriteElementString(name, Namespace, text);

    private static void Link(XmlWriter xml, string relation, string address)
    {
        xml.WriteStartElement("link", Namespace);
        xml.WriteAttributeString("rel", relation);
        xml.WriteAttributeString("href", address);
        xml.WriteEndElement();
    }

    private static string Moment(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    // What XML has no place for.
    private static string Clean(string text) => string.Concat(text.Where(c => XmlConvert.IsXmlChar(c) || char.IsSurrogate(c)));
}
