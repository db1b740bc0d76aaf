using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace CsrGraph.Seeding.Spans;

/// <summary>A quote of a YAML file that has no span, and the place where its span goes.</summary>
/// <param name="Quote">The quote.</param>
/// <param name="Line">Its line, from 1 on.</param>
/// <param name="Column">Its column, from 1 on.</param>
/// <param name="KeyColumn">The column of the key <c>quote</c>, from 1 on.</param>
/// <param name="End">The index after the quote's last character.</param>
/// <param name="IsFlow">True where the mapping stands in braces.</param>
/// <param name="Document">The value of the key <c>document</c> beside it, or null.</param>
/// <param name="Nth">The key <c>nth</c> beside it with its value, which the span replaces; or null.</param>
internal sealed record OpenQuote(string Quote, int Line, int Column, int KeyColumn, int End, bool IsFlow, string? Document, NthKey? Nth);

/// <summary>The key <c>nth</c>: its value, and the range of key and value in the file.</summary>
internal sealed record NthKey(string Value, int Start, int End);

/// <summary>Finds quotes without spans, by the parser's events, which know where everything stands.</summary>
internal static class QuoteScanner
{
    /// <exception cref="YamlException">It is not YAML.</exception>
    public static IReadOnlyList<OpenQuote> Scan(string yaml)
    {
        var parser = new Parser(new StringReader(yaml));
        var found = new List<OpenQuote>();
        parser.Consume<StreamStart>();
        if (!parser.TryConsume<DocumentStart>(out _)) return found;
        Node(parser, found, 0);
        return found;
    }

    private static void Node(Parser parser, List<OpenQuote> found, int depth)
    {
        if (depth > Yaml.YamlFile.MaxDepth) throw new YamlException("values nest too deep");
        if (parser.TryConsume<SequenceStart>(out _))
        {
            while (!parser.TryConsume<SequenceEnd>(out _)) Node(parser, found, depth + 1);
        }
        else if (parser.TryConsume<MappingStart>(out var mapping))
        {
            Mapping(parser, found, mapping.Style == MappingStyle.Flow, depth);
        }
        else
        {
            parser.Consume<NodeEvent>();
        }
    }

    private static void Mapping(Parser parser, List<OpenQuote> found, bool isFlow, int depth)
    {
        var scalars = new Dictionary<string, (Scalar Key, Scalar Value)>(StringComparer.Ordinal);
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            if (parser.TryConsume<Scalar>(out var key) && parser.Accept<Scalar>(out var value)) scalars.TryAdd(key.Value, (key, value));
            Node(parser, found, depth + 1);
        }

        if (!scalars.TryGetValue("quote", out var quote) || scalars.ContainsKey("span")) return;
        NthKey? nth = scalars.TryGetValue("nth", out var n) ? new NthKey(n.Value.Value, (int)n.Key.Start.Index, (int)n.Value.End.Index) : null;
        var document = scalars.TryGetValue("document", out var d) ? d.Value.Value : null;
        found.Add(new OpenQuote(
            quote.Value.Value, (int)quote.Value.Start.Line, (int)quote.Value.Start.Column, (int)quote.Key.Start.Column, (int)quote.Value.End.Index, isFlow, document, nth));
    }
}
