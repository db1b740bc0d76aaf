using CsrGraph.Model;
using CsrGraph.Seeding.Checking;
using CsrGraph.Vocabulary;
using CsrGraph.Yaml;

namespace CsrGraph.Seeding.Reading;

/// <summary>Reads a file of entities into the registry.</summary>
internal sealed class EntityFileReader(SeedContext context)
{
    private const string Organisation = "ORGANISATION";

    public void Read(YamlNode root)
    {
        foreach (var item in root.Items().Select(node => node.Mapping()).OfType<YamlMapping>()) Read(item);
    }

    /// <summary>Reads one entity.</summary>
    public void Read(YamlMapping item)
    {
        var idNode = item.Required("id");
        var id = idNode is null ? null : context.Entities.Id(idNode);
        var kind = id is null ? null : context.Vocabulary.KindOfId(id.Value.Value);
        if (kind is { Id: KindDefinition.Document })
        {
            idNode!.Refuse($"'{id}' has no prefix, so it would be a document's", $"begin it with one of {string.Join(", ", context.Vocabulary.EntityKinds.Select(k => k.Prefix + ":"))}");
            kind = null;
        }

        var category = Category(item, kind);
        var names = Names(item);
        var formerly = item.Optional("formerly") is { } former && id is { } now ? context.Entities.Formerly(former, now) : [];
        if (item.Optional("note") is { } note) SeedContext.Words(note, SeedContext.MaxOwnWords, "the note");
        item.RefuseOtherKeys();

        // Registered even where something else is wrong with it, so that the claims that use it are not reported as well.
        if (id is { } known && kind is not null) context.Entities.Add(new EntityDraft(known, kind, category, names, formerly, idNode!.Place));
    }

    private string? Category(YamlMapping item, KindDefinition? kind)
    {
        var node = item.Optional("category");
        if (kind is null) return null;
        if (kind.Id == Organisation) return (node ?? item.Required("category")) is { } given ? context.Term(given, "CATEGORY") : null;
        node?.Refuse($"a {kind.Id} has no category", "leave it out: only organisations have one");
        return null;
    }

    private List<NameDraft> Names(YamlMapping item)
    {
        var names = new List<NameDraft>();
        if (item.Required("names") is not { } node) return names;
        var items = node.Items();
        if (items.Count == 0 && node is YamlSequence) node.Refuse("there is no name", "add one; the first is the one that is shown");
        foreach (var nameNode in items)
        {
            if ((nameNode is YamlMapping mapping ? Name(mapping) : Short(nameNode)) is not { } name) continue;
            if (names.Any(n => n.Folded == name.Folded && n.Language == name.Language)) nameNode.Refuse($"the name '{name.Text}' stands twice", "keep one");
            names.Add(name);
        }

        return names;
    }

    private static NameDraft? Short(YamlNode node) => node.Text() is { } text ? new NameDraft(text, "zh-Hans", "FULL", true, null) : null;

    private NameDraft? Name(YamlMapping mapping)
    {
        var text = mapping.RequiredText("text");
        var type = context.OptionalTerm(mapping, "type", "NAME_TYPE") ?? "FULL";
        var language = mapping.Optional("language") is { } tag ? SeedContext.Language(tag) : null;
        var matchable = mapping.Optional("matchable") is not { } flag || flag.Boolean() != false;
        var inferred = mapping.OptionalText("inferred");
        var evidence = mapping.Optional("evidence")?.Mapping();
        var document = evidence?.Required("document") is { } node ? Document(node) : null;
        mapping.RefuseOtherKeys();
        var origin = inferred is null && evidence is null ? null : new NameOrigin(inferred, evidence, document);
        return text is null ? null : new NameDraft(text, language is null or "zh-Hans" ? "zh-Hans" : language, type, matchable, origin);
    }

    private EntityId? Document(YamlNode node)
    {
        if (context.Entities.Id(node) is not { } id) return null;
        if (context.IsDocument(id)) return id;
        node.Refuse($"there is no document {id}", "name a folder of documents/");
        return null;
    }
}
