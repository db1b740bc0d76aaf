using CsrGraph.Seeding;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace CsrGraph.Yaml;

/// <summary>Makes nodes out of the parser's events.</summary>
internal sealed class YamlTree(string file, Action<Problem> report)
{
    private int depth;

    public static Problem Problem(string file, Mark mark, string what, string toDo) => new(file, (int)mark.Line, (int)mark.Column, what, toDo);

    public YamlNode Read(IParser parser)
    {
        var current = parser.Consume<ParsingEvent>();
        if (current is AnchorAlias)
        {
            throw new SemanticErrorException(current.Start, current.End, "aliases are not read here");
        }

        var node = (NodeEvent)current;
        if (!node.Anchor.IsEmpty || !node.Tag.IsEmpty)
        {
            report(Problem(file, node.Start, "anchors and tags are not read here", "remove this one"));
        }

        if (++depth > YamlFile.MaxDepth)
        {
            throw new SemanticErrorException(node.Start, node.End, $"values nest more than {YamlFile.MaxDepth} deep");
        }

        YamlNode read = node switch
        {
            MappingStart => Mapping(parser, node.Start),
            SequenceStart => Sequence(parser, node.Start),
            _ => Scalar((Scalar)node),
        };
        depth--;
        return read;
    }

    private YamlPlace Place(Mark mark) => new(file, (int)mark.Line, (int)mark.Column, report);

    private YamlScalar Scalar(Scalar scalar) => new(Place(scalar.Start), scalar.Value, scalar.Style == ScalarStyle.Plain);

    private YamlSequence Sequence(IParser parser, Mark start)
    {
        var nodes = new List<YamlNode>();
        while (!parser.TryConsume<SequenceEnd>(out _))
        {
            nodes.Add(Read(parser));
        }

        return new YamlSequence(Place(start), nodes);
    }

    private YamlMapping Mapping(IParser parser, Mark start)
    {
        var entries = new List<YamlEntry>();
        var keys = new HashSet<string>(StringComparer.Ordinal);
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            var key = Read(parser);
            var value = Read(parser);
            if (key is not YamlScalar scalar)
            {
                key.Refuse($"the key is {key.Shape}", "write words");
            }
            else if (!keys.Add(scalar.Value))
            {
                key.Refuse($"the key \"{scalar.Value}\" stands twice", "keep one");
            }
            else
            {
                entries.Add(new YamlEntry(scalar, value));
            }
        }

        return new YamlMapping(Place(start), entries);
    }
}
