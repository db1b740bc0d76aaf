using CsrGraph.Model;
using CsrGraph.Sqlite.Connections;

namespace CsrGraph.Sqlite.Reading;

/// <summary>
/// The ids of nodes, for a stream that names each again and again: those named last are remembered, as many as take some megabytes, and the others
/// looked up. A node is never changed.
/// </summary>
internal sealed class NodeIds(Connection reader) : IDisposable
{
    private const int Places = 1 << 18;

    private readonly Statement find = new(reader.Handle, "SELECT key FROM node WHERE id = ?1", () => { });
    private readonly (long Node, EntityId Id)[] known = new (long, EntityId)[Places];

    /// <summary>The id of a node.</summary>
    public EntityId this[long node]
    {
        get
        {
            ref var place = ref known[node & (Places - 1)];
            if (place.Node != node || place.Id.Value.Length == 0) place = (node, Find(node));
            return place.Id;
        }
    }

    public void Dispose() => find.Dispose();

    private EntityId Find(long node)
    {
        var id = find.Bind(1, node).Step() ? new EntityId(find.Text(0)) : throw new InvalidOperationException($"there is no node {node}");
        find.Reset();
        return id;
    }
}
