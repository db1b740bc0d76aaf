using System.Text.Json;
using CsrGraph.Model;
using CsrGraph.Sqlite.Compiling;
using CsrGraph.Sqlite.Connections;
using CsrGraph.Store;

namespace CsrGraph.Sqlite.Reading;

/// <summary>The headings of entities that other rows name by their nodes; all that are not known yet are read together.</summary>
internal sealed class Headings(Connection reader, HeadingMemory memory, AsOf asOf)
{
    // An entity's first row has the number of its node wherever rows are written once, so that it is found without the index: in a large store that is
    // half of the pages. Where the row is another's, the index knows.
    private static readonly string ByRow = Text("NOT INDEXED ON e.row = n.value AND e.node = n.value");
    private static readonly string ByNode = Text("INDEXED BY entity_node ON e.node = n.value");

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
        var read = new Dictionary<long, Entity>(nodes.Count);
        Read(ByRow, nodes, read);
        nodes.ExceptWith(read.Keys);
        if (nodes.Count > 0) Read(ByNode, nodes, read);
        return read;
    }

    // In their order, as those that lie on one page follow one another then.
    private void Read(string text, HashSet<long> nodes, Dictionary<long, Entity> read)
    {
        var columns = new EntityColumns(reader);
        var statement = reader[text].Bind(1, asOf.Head).Bind(2, JsonSerializer.Serialize(nodes.Order()));
        while (statement.Step())
        {
            var (node, entity) = (statement.Long(0), columns.Read(statement, 1, EntityParts.Heading));
            read[node] = entity;
            known.Value?.Add(node, entity);
        }
    }

    private static string Text(string source) =>
        $"SELECT e.node, {EntityColumns.Of("e", EntityParts.Heading)} FROM json_each(?2) n CROSS JOIN entity e {source} AND {Question.Stands("e")}";
}
