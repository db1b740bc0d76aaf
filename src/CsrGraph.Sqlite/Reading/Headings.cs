using System.Text.Json;
using CsrGraph.Model;
using CsrGraph.Sqlite.Compiling;
using CsrGraph.Sqlite.Connections;
using CsrGraph.Store;

namespace CsrGraph.Sqlite.Reading;

/// <summary>The headings of entities that other rows name by their nodes; all that are not known yet are read in one statement.</summary>
internal sealed class Headings(Connection reader, HeadingMemory<long> memory, AsOf asOf)
{
    private static readonly string Text = $"SELECT n.value, {EntityColumns.Of("e", EntityParts.Heading)} FROM json_each(?2) n "
        + $"CROSS JOIN entity e INDEXED BY entity_node ON e.node = n.value AND {Question.Stands("e")}";

    // Looked for only where a heading is: most questions ask for none.
    private readonly Lazy<HeadingMemory<long>.Known?> known = new(() => asOf.Head == reader.Head() ? memory.At(asOf.Head) : null);
    private readonly Dictionary<long, Entity> read = [];
    private readonly HashSet<long> missing = [];

    /// <summary>The heading of a node that is known or was read; null where none stands.</summary>
    public Entity? Find(long node) => known.Value?.Find(node) ?? read.GetValueOrDefault(node);

    /// <summary>Has a node's heading read, where it is not known yet.</summary>
    public void Want(long node)
    {
        if (Find(node) is null) missing.Add(node);
    }

    /// <summary>Reads those that were asked for and not known.</summary>
    public void Read()
    {
        if (missing.Count == 0) return;
        var columns = new EntityColumns(reader);
        var statement = reader[Text].Bind(1, asOf.Head).Bind(2, JsonSerializer.Serialize(missing));
        while (statement.Step())
        {
            var (node, entity) = (statement.Long(0), columns.Read(statement, 1, EntityParts.Heading));
            read[node] = entity;
            known.Value?.Add(node, entity);
        }

        missing.Clear();
    }
}
