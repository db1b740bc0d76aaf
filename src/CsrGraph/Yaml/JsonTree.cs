using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using CsrGraph.Seeding;

namespace CsrGraph.Yaml;

/// <summary>
/// Makes nodes out of a line of JSON, so that what reads YAML reads it too: words stand in quotation marks, numbers, flags and null are plain.
/// A key that stands twice is refused, as is nesting beyond <see cref="YamlFile.MaxDepth"/>.
/// </summary>
internal ref struct JsonTree
{
    private const string Mend = "mend the line: one JSON object, in UTF-8";

    private readonly ReadOnlySpan<byte> text;
    private readonly YamlPlace start;
    private Utf8JsonReader json;
    private int counted;
    private int column;

    private readonly KeyNames keys;

    private JsonTree(ReadOnlySpan<byte> text, YamlPlace start, KeyNames keys)
    {
        this.text = text;
        (this.start, this.keys) = (start, keys);
        json = new Utf8JsonReader(text, new JsonReaderOptions { MaxDepth = YamlFile.MaxDepth });
        column = 1;
    }

    /// <summary>The line's value, or null after a report.</summary>
    /// <param name="file">The file, for messages.</param>
    /// <param name="number">The line's number, from 1 on.</param>
    /// <param name="line">Its bytes.</param>
    /// <param name="keys">The keys that lines before it had.</param>
    /// <param name="report">Who is told of each problem.</param>
    public static YamlNode? Read(string file, int number, ReadOnlySpan<byte> line, KeyNames keys, Action<Problem> report)
    {
        if (!Utf8.IsValid(line))
        {
            report(new Problem(file, number, null, "the line is not UTF-8", "save the file as UTF-8"));
            return null;
        }

        var tree = new JsonTree(line, new YamlPlace(file, number, 1, report), keys);
        try
        {
            tree.json.Read();
            var node = tree.Node();
            tree.json.Read();
            return node;
        }
        catch (JsonException exception)
        {
            var (what, at) = (exception.Message.Split(" LineNumber:")[0].TrimEnd('.'), (int)(exception.BytePositionInLine ?? 0));
            report(new Problem(file, number, Encoding.UTF8.GetCharCount(line[..Math.Min(at, line.Length)]) + 1, $"this is not JSON: {what}", Mend));
        }
        catch (InvalidOperationException)
        {
            // Half of a pair of surrogates, written as an escape: it is JSON, and no text.
            report(new Problem(file, number, tree.Place().Column, "the words hold half a character (an unpaired \\u escape)", Mend));
        }

        return null;
    }

    private YamlPlace Place()
    {
        var at = (int)json.TokenStartIndex;
        column += Encoding.UTF8.GetCharCount(text[counted..at]);
        counted = at;
        return start with { Column = column };
    }

    private YamlNode Node()
    {
        var place = Place();
        switch (json.TokenType)
        {
            case JsonTokenType.StartObject:
                return Mapping(place);
            case JsonTokenType.StartArray:
                var nodes = new List<YamlNode>(2);
                while (json.Read() && json.TokenType != JsonTokenType.EndArray) nodes.Add(Node());
                return new YamlSequence(place, nodes);
            case JsonTokenType.String:
                return new YamlScalar(place, json.GetString()!, isPlain: false);
            default:
                return new YamlScalar(place, Encoding.UTF8.GetString(json.ValueSpan), isPlain: true);
        }
    }

    private YamlMapping Mapping(YamlPlace place)
    {
        var entries = new List<YamlEntry>(8);
        while (json.Read() && json.TokenType != JsonTokenType.EndObject)
        {
            var key = new YamlScalar(Place(), Key(), isPlain: false);
            json.Read();
            var value = Node();
            if (Has(entries, key.Value)) key.Refuse($"the key \"{key.Value}\" stands twice", "keep one");
            else entries.Add(new YamlEntry(key, value));
        }

        return new YamlMapping(place, entries);
    }

    // The same few keys stand in every line.
    private readonly string Key() => json.ValueIsEscaped ? json.GetString()! : keys.Of(json.ValueSpan);

    private static bool Has(List<YamlEntry> entries, string key)
    {
        foreach (var entry in entries)
        {
            if (entry.Key.Value == key) return true;
        }

        return false;
    }
}
