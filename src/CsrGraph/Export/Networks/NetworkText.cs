using System.Globalization;
using System.Text;
using System.Xml;

namespace CsrGraph.Export.Networks;

/// <summary>How network files are laid out, and what may stand in them.</summary>
internal static class NetworkText
{
    /// <summary>UTF-8, indented.</summary>
    public static XmlWriterSettings Settings { get; } =
        new() { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), Indent = true, IndentChars = " ", NewLineChars = "\n" };

    /// <summary>A number's digits.</summary>
    public static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>The words without what XML has no place for.</summary>
    public static string Clean(string text)
    {
        foreach (var c in text)
        {
            if (!XmlConvert.IsXmlChar(c) && !char.IsSurrogate(c)) return string.Concat(text.Where(d => XmlConvert.IsXmlChar(d) || char.IsSurrogate(d)));
        }

        return text;
    }
}
