using CsrGraph.Model;
using CsrGraph.Sqlite.Connections;

namespace CsrGraph.Sqlite.Writing;

/// <summary>Gives texts their small integers, making them where they are new.</summary>
internal sealed class Interner(Connection connection)
{
    /// <summary>Twice as many are remembered at most, those longest not asked for let go first: a load of any size takes the same memory.</summary>
    private const int Generation = 200_000;

    private readonly Statement findNode = connection[Sql.Query("find-node")];
    private readonly Statement insertNode = connection[Sql.Query("insert-node")];
    private Dictionary<EntityId, long> nodes = [];
    private Dictionary<EntityId, long> olderNodes = [];
    private readonly Dictionary<string, long> terms = new(StringComparer.Ordinal);
    private readonly Dictionary<(ClaimKind Kind, string Type), long> types = [];

    /// <summary>An entity's or a document's node.</summary>
    public long Node(EntityId id)
    {
        if (nodes.TryGetValue(id, out var node)) return node;
        if (nodes.Count >= Generation) (olderNodes, nodes) = (nodes, []);
        if (!olderNodes.TryGetValue(id, out node)) node = findNode.Bind(1, id.Value).Number() ?? insertNode.Bind(1, id.Value).Number()!.Value;
        nodes.Add(id, node);
        return node;
    }

    /// <summary>A kind or a category.</summary>
    public long Term(string text)
    {
        if (terms.TryGetValue(text, out var term)) return term;
        term = connection[Sql.Query("find-term")].Bind(1, text).Number() ?? connection[Sql.Query("insert-term")].Bind(1, text).Number()!.Value;
        terms.Add(text, term);
        return term;
    }

    /// <summary>A kind of claim with a type.</summary>
    public long Type(Claim claim)
    {
        var key = (claim.Kind, claim.Type);
        if (types.TryGetValue(key, out var type)) return type;
        type = connection[Sql.Query("find-claim-type")].Bind(1, (long)claim.Kind).Bind(2, claim.Type).Number()
            ?? connection[Sql.Query("insert-claim-type")].Bind(1, (long)claim.Kind).Bind(2, claim.Type).Number()!.Value;
        types.Add(key, type);
        return type;
    }
}
