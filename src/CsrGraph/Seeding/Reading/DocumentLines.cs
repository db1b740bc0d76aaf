using CsrGraph.Model;
using CsrGraph.Seeding.Compact;
using CsrGraph.Yaml;

namespace CsrGraph.Seeding.Reading;

/// <summary>Which documents documents.ndjson has, and in which lines.</summary>
/// <param name="ids">The ids of the folder, which these are added to.</param>
internal sealed class DocumentLines(IdTable ids)
{
    private readonly IdMap<int> lines = new(ids);

    /// <summary>True where an id could not be read.</summary>
    public bool IsIncomplete { get; private set; }

    /// <summary>The line of a document; 0 where the file does not have it.</summary>
    public int this[EntityId id] => lines[id];

    /// <summary>Reads the ids alone: names and other documents may name any of them.</summary>
    /// <param name="nodes">The file's lines.</param>
    /// <param name="inYaml">The ids of the documents that stand in YAML.</param>
    public void Read(IEnumerable<YamlNode?> nodes, IReadOnlyCollection<EntityId> inYaml)
    {
        foreach (var line in nodes)
        {
            if (line?.Mapping()?.Required("id") is { } node && Id(node) is { } id) Add(id, node, inYaml);
            else IsIncomplete = true;
        }
    }

    private void Add(EntityId id, YamlNode node, IReadOnlyCollection<EntityId> inYaml)
    {
        if (lines[id] is > 0 and var first)
        {
            node.Refuse($"the id {id} is taken: it stands in {node.File}:{first}", "keep one of the two, or give this one an id of its own");
            return;
        }

        lines[id] = node.Line;
        if (inYaml.Contains(id)) node.Refuse($"the id {id} is taken: it stands in {SeedLayout.DocumentFile(id)}", "keep one of the two, or give this one an id of its own");
    }

    private static EntityId? Id(YamlNode node)
    {
        if (node.Text() is not { } text) return null;
        if (EntityId.TryParse(text, out var id) && id.IsDocument) return id;
        node.Refuse($"'{text}' is no document's id", "write a slug of a-z, 0-9, '-', '.' or '_', a letter or digit first");
        return null;
    }
}
