using System.Globalization;
using System.Text.RegularExpressions;
using CsrGraph.Model;
using CsrGraph.Vocabulary;
using CsrGraph.Yaml;

namespace CsrGraph.Seeding.Reading;

/// <summary>A document's metadata as read.</summary>
/// <param name="Record">The document.</param>
/// <param name="Sha256">Its hash, or null after a report.</param>
/// <param name="Sha256Node">Where the hash stands, or the file's beginning.</param>
/// <param name="Claims">The least number of claims, with its place; null after a report.</param>
/// <param name="Entities">The least number of entities, with its place; null after a report.</param>
internal sealed record DocumentDraft(Entity Record, string? Sha256, YamlNode Sha256Node, (int Least, YamlNode Place)? Claims, (int Least, YamlNode Place)? Entities);

/// <summary>Reads a document.yaml.</summary>
internal sealed partial class DocumentFileReader(SeedContext context)
{
    /// <summary>The longest title, in characters.</summary>
    public const int MaxTitle = 48;

    public DocumentDraft? Read(EntityId id, YamlNode root)
    {
        if (root.Mapping() is not { } item) return null;
        var title = SeedContext.Words(item.Required("title"), MaxTitle, "the title");
        var language = item.Required("language") is { } tag ? SeedContext.Language(tag) : null;
        var publisher = context.End(item, "publisher", context.KindsOf(KindDefinition.Agent));
        var published = item.Optional("published") is { } date ? DateReader.Read(date, context, null) : null;
        var retrieved = item.Optional("retrieved") is { } day ? Retrieved(day, published) : null;
        var column = context.End(item, "column", ["COLUMN"]);
        var copiedFrom = item.Optional("copiedFrom") is { } original ? CopiedFrom(id, original) : null;
        var url = item.Optional("url") is { } address ? Url(address) : null;
        var licence = item.RequiredText("licence");
        var hashNode = item.Required("sha256");
        var sha256 = hashNode is null ? null : Sha256(hashNode);
        var (claims, entities) = Assertions(item.Required("assertions")?.Mapping());
        item.RefuseOtherKeys();

        // A title stands in the curator's simplified Chinese, whatever the raw text is written in.
        var nameLanguage = language is null || language.StartsWith("zh", StringComparison.Ordinal) ? "zh-Hans" : language;
        var record = new Entity(
            id,
            KindDefinition.Document,
            null,
            [new Name(title ?? id.Value, nameLanguage, "FULL", true, null, null)],
            [],
            Qualifiers.Of(
                (DocumentProperty.Publisher, publisher?.Value),
                (DocumentProperty.Language, language),
                (DocumentProperty.Published, published is null ? null : PartialDateCode.Encode(published)),
                (DocumentProperty.Retrieved, retrieved),
                (DocumentProperty.Column, column?.Value),
                (DocumentProperty.CopiedFrom, copiedFrom?.Value),
                (DocumentProperty.Url, url),
                (DocumentProperty.Licence, licence),
                (DocumentProperty.Sha256, sha256)),
            published);
        return new DocumentDraft(record, sha256, hashNode ?? item, claims, entities);
    }

    private static string? Retrieved(YamlNode node, PartialDate? published)
    {
        if (node.Text() is not { } text) return null;
        if (!DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            node.Refuse($"'{text}' is no day", "write the day on which the copy was taken, such as 2025-01-20");
            return null;
        }

        if (published?.Earliest is { } earliest && day < earliest) node.Refuse($"the copy was taken on {text}, before the text was published ({published.Date})", "mend one of the two dates");
        return text;
    }

    private EntityId? CopiedFrom(EntityId id, YamlNode node)
    {
        if (context.Entities.Id(node) is not { } original) return null;
        if (context.IsDocument(original) && original != id) return original;
        node.Refuse(original == id ? "a document is not copied from itself" : $"there is no document {original}", "name another folder of documents/");
        return null;
    }

    private static string? Url(YamlNode node)
    {
        if (node.Text() is not { } text) return null;
        if (Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https") return text;
        node.Refuse($"'{text}' is no address", "write it whole, with https://");
        return null;
    }

    private static string? Sha256(YamlNode node)
    {
        if (node.Text() is not { } text) return null;
        if (HashShape().IsMatch(text)) return text;
        node.Refuse($"'{text}' is no SHA-256", "write the 64 hexadecimal digits, in lower case, that sha256sum prints for the raw text");
        return null;
    }

    private static ((int Least, YamlNode Place)? Claims, (int Least, YamlNode Place)? Entities) Assertions(YamlMapping? mapping)
    {
        if (mapping is null) return default;
        var least = (Count(mapping.Required("claims")), Count(mapping.Required("entities")));
        mapping.RefuseOtherKeys();
        return least;
    }

    private static (int Least, YamlNode Place)? Count(YamlNode? node)
    {
        if (node?.Number() is not { } number) return null;
        if (number < 0) node.Refuse($"the least number is {number}", "write 0 or more");
        return (number, node);
    }

    [GeneratedRegex("^[0-9a-f]{64}$")]
    private static partial Regex HashShape();
}
