using System.Text.Json;
using CsrGraph.Model;
using CsrGraph.Sqlite.Compiling;
using CsrGraph.Sqlite.Connections;
using CsrGraph.Store;

namespace CsrGraph.Sqlite.Reading;

/// <summary>The headings of entities that other rows name by their nodes; all that are not known yet are read in one statement.</summary>
internal sealed class Headings(Connection reader, HeadingMemory memory, AsOf asOf)
{
    private static readonly string Text = $"SELECT n.value, {EntityColumns.Of("e", EntityParts.Heading)} FROM json_each(?2) n "
        + $"CROSS JOIN entity e INDEXED BY entity_node ON e.node = n.value AND {Question.Stands("e")}";

    // Looked for only where a heading is: most questions ask for none.
    private readonly Lazy<HeadingMemory.Known?> known = new(() => asOf.Head == reader.Head() ? memory.At(asOf.Head) : null);

    /// <summary>The headings of nodes; null where none stands.</summary>
    public Entity?[] Read(long[] nodes)
    {
        var found = new Entity?[nodes.Length];
        if (nodes.Length == 0) return found;
        known.Value?.Find(nodes, found);
        var missing = new HashSet<long>();
        for (var i = 0; i < nodes.Length; i++)
        {
            if (found[i] is null) missing.Add(nodes[i]);
        }

        if (missing.Count == 0) return found;
        var read = Read(missing);
        for (var i = 0; i < nodes.Length; i++) found[i] ??= read.GetValueOrDefault(nodes[i]);
        return found;
    }

    private Dictionary<long, Entity> Read(HashSet<long> nodes)
    {
        var (read, columns) = (new Dictionary<long, Entity>(nodes.Count), new EntityColumns(reader));
        var statement = reader[Text].Bind(1, asOf.Head).Bind(2, JsonSerializer.Serialize(nodes));
        while (statement.Step())
        {
            var (node, entity) = (statement.Long(0), columns.Read(statement, 1, EntityParts.Heading));
            read[node] = entity;
            known.Value?.Add(node, entity);
        }

        return read;
    }
}
