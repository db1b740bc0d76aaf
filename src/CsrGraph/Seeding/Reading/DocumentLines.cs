using CsrGraph.Model;
using CsrGraph.Yaml;

namespace CsrGraph.Seeding.Reading;

/// <summary>The documents of documents.ndjson.</summary>
internal static class DocumentLines
{
    /// <summary>Reads their ids alone: names and other documents may name any of them.</summary>
    /// <param name="lines">The file's lines.</param>
    /// <param name="inYaml">The ids of the documents that stand in YAML.</param>
    /// <param name="isIncomplete">Is told where an id cannot be read.</param>
    /// <returns>The ids in their order, each with its line.</returns>
    public static Dictionary<EntityId, int> Ids(IEnumerable<YamlNode?> lines, IReadOnlyCollection<EntityId> inYaml, Action isIncomplete)
    {
        var ids = new Dictionary<EntityId, int>();
        foreach (var line in lines)
        {
            if (line?.Mapping()?.Required("id") is not { } node || Id(node) is not { } id) isIncomplete();
            else if (!ids.TryAdd(id, node.Line)) node.Refuse($"the id {id} is taken: it stands in {node.File}:{ids[id]}", "keep one of the two, or give this one an id of its own");
            else if (inYaml.Contains(id)) node.Refuse($"the id {id} is taken: it stands in {SeedLayout.DocumentFile(id)}", "keep one of the two, or give this one an id of its own");
        }

        return ids;
    }

    private static EntityId? Id(YamlNode node)
    {
        if (node.Text() is not { } text) return null;
        if (EntityId.TryParse(text, out var id) && id.IsDocument) return id;
        node.Refuse($"'{text}' is no document's id", "write a slug of a-z, 0-9, '-', '.' or '_', a letter or digit first");
        return null;
    }
}
