using CsrGraph.Seeding;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace CsrGraph.Yaml;

/// <summary>
/// Reads the plain part of YAML: one document of mappings, lists and scalars. Anchors, aliases and tags are refused, as are a key that stands
/// twice and nesting beyond <see cref="MaxDepth"/>, so a file says what its reader sees and a hostile one cannot grow in memory.
/// </summary>
public static class YamlFile
{
    /// <summary>How deep mappings and lists may nest.</summary>
    public const int MaxDepth = 32;

    /// <summary>The file's value, or null where it has none or cannot be parsed, which is reported.</summary>
    /// <param name="file">The file's name for messages.</param>
    /// <param name="text">Its text.</param>
    /// <param name="report">Who is told of each problem, now and when the value is read.</param>
    public static YamlNode? Read(string file, string text, Action<Problem> report)
    {
        ArgumentNullException.ThrowIfNull(report);
        try
        {
            var parser = new Parser(new StringReader(text));
            parser.Consume<StreamStart>();
            if (!parser.Accept<DocumentStart>(out _))
            {
                report(new Problem(file, 1, 1, "the file is empty", "write its content or remove it"));
                return null;
            }

            parser.Consume<DocumentStart>();
            var root = new YamlTree(file, report).Read(parser);
            parser.Consume<DocumentEnd>();
            if (parser.Accept<DocumentStart>(out var second))
            {
                report(YamlTree.Problem(file, second.Start, "a second document begins here", "keep one to a file"));
            }

            return root;
        }
        catch (YamlException exception)
        {
            report(YamlTree.Problem(file, exception.Start, $"this is not YAML: {exception.Message.TrimEnd('.')}", "mend it; quotation marks often help"));
            return null;
        }
    }
}
