using CsrGraph.Model;
using CsrGraph.Seeding.Checking;
using CsrGraph.Seeding.Compact;
using CsrGraph.Vocabulary;
using CsrGraph.Yaml;

namespace CsrGraph.Seeding.Reading;

/// <summary>What the readers of one folder share.</summary>
/// <param name="vocabulary">What may be said.</param>
/// <param name="ids">The ids of the folder.</param>
/// <param name="inYaml">The documents that stand in YAML.</param>
/// <param name="inLines">Those of documents.ndjson.</param>
internal sealed class SeedContext(VocabularyDefinition vocabulary, IdTable ids, IReadOnlyCollection<EntityId> inYaml, DocumentLines inLines)
{
    private readonly HashSet<EntityId> inYaml = [.. inYaml];

    /// <summary>The longest note or paraphrase, in characters.</summary>
    public const int MaxOwnWords = 400;

    public VocabularyDefinition Vocabulary { get; } = vocabulary;

    public EntityRegistry Entities { get; } = new(vocabulary, ids);

    /// <summary>True where a document's id could not be read, so that none is called unknown for that.</summary>
    public bool DocumentsAreIncomplete => inLines.IsIncomplete;

    public bool IsDocument(EntityId id) => inYaml.Contains(id) || inLines[id] > 0;

    /// <summary>The term that a node names, or null after a report.</summary>
    public string? Term(YamlNode node, string list)
    {
        if (node.Text() is not { } text) return null;
        var terms = Vocabulary.TermList(list).Terms;
        foreach (var term in terms)
        {
            // The vocabulary's own string, so that a million terms are one.
            if (term.Id == text) return term.Id;
        }

        node.Refuse($"'{text}' is no {list}", $"write one of {string.Join(", ", terms.Select(t => t.Id))}");
        return null;
    }

    /// <summary>The term of a key that need not be there; null where it is not, or after a report.</summary>
    public string? OptionalTerm(YamlMapping item, string key, string list) => item.Optional(key) is { } node ? Term(node, list) : null;

    /// <summary>Words of at most so many characters, or null after a report.</summary>
    public static string? Words(YamlNode? node, int limit, string what)
    {
        if (node?.Text() is not { } text) return null;
        if (text.Length <= limit || Wording.Length(text) is var length && length <= limit) return text;
        node.Refuse($"{what} has {length} characters, more than {limit}", "shorten it");
        return null;
    }

    /// <summary>A BCP 47 tag such as zh-Hans, or null after a report.</summary>
    public static string? Language(YamlNode node)
    {
        if (node.Text() is not { } text) return null;
        var parts = text.Split('-');
        if (parts[0].Length is 2 or 3 && parts.All(p => p.Length is > 0 and <= 8 && p.All(char.IsAsciiLetterOrDigit)) && parts[0].All(char.IsAsciiLetterLower)) return text;
        node.Refuse($"'{text}' is no language tag", "write a BCP 47 tag such as zh-Hans, zh-Hant or en");
        return null;
    }

    /// <summary>A number in a printed list, from 1 on; null where there is none or after a report.</summary>
    public static int? Number(YamlMapping item, string key)
    {
        if (item.Optional(key) is not { } node || node.Number() is not { } number) return null;
        if (number >= 1) return number;
        node.Refuse($"{key} is {number}", "count from 1");
        return null;
    }

    /// <summary>The id of an optional end, or null where there is none or after a report.</summary>
    public EntityId? End(YamlMapping item, string key, IReadOnlyList<string> kinds) =>
        item.Optional(key) is { } node ? Entities.Resolve(node, kinds, $"'{key}'")?.Id : null;

    /// <summary>The kinds of an interface.</summary>
    public IReadOnlyList<string> KindsOf(string interfaceId) => [.. Vocabulary.KindsOf(interfaceId).Select(k => k.Id)];
}
