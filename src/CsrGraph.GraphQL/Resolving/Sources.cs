using CsrGraph.Model;
using CsrGraph.Store;
using GraphQLParser.AST;

namespace CsrGraph.GraphQL.Resolving;

/// <summary>The root of a question, also within <c>asOf</c>. The head is set when the request is about to run.</summary>
internal sealed class Root(Request request)
{
    /// <summary>The request.</summary>
    public Request Request => request;

    /// <summary>The operation, once its document was found good.</summary>
    public GraphQLOperationDefinition? Asked { get; set; }

    /// <summary>The objects that it may lead to, once that is known.</summary>
    public long Cost { get; set; }

    public Scope Scope { get; set; } = new(request, default, false);

    /// <summary>The change-set that a subscription's event is about; null of a query.</summary>
    public ChangeSetAt? Applied { get; init; }
}

/// <summary>An entity or document, and what is read below it.</summary>
internal sealed record EntityAt(Entity Entity, Scope Scope)
{
    /// <summary>What has been read ahead of it; null where nothing has.</summary>
    public AheadRow? Ahead { get; init; }
}

/// <summary>One of an entity's names.</summary>
internal sealed record NameAt(Name Name, Scope Scope);

/// <summary>A claim; its interval is there where it was asked for with it.</summary>
internal sealed record ClaimAt(Claim Claim, Scope Scope, ClaimRow? Row = null);

/// <summary>A roster claim read as a roster.</summary>
internal sealed record RosterAt(Claim Claim, Roster Roster, Scope Scope);

/// <summary>A piece of evidence; its document is there where it came with it.</summary>
internal sealed record EvidenceAt(Evidence Evidence, Entity? Document, Scope Scope);

/// <summary>A change-set.</summary>
internal sealed record ChangeSetAt(ChangeSet ChangeSet, Scope Scope);

/// <summary>One edge of a connection.</summary>
/// <param name="Node">An <see cref="EntityAt"/> or <see cref="ClaimAt"/>.</param>
/// <param name="NodeId">The node's id, by which nodes are distinct.</param>
/// <param name="Position">Its place, for the cursor.</param>
/// <param name="Question">The question that the cursor belongs to.</param>
/// <param name="Claim">The relation's claim, of a relation.</param>
/// <param name="Hit">How it was found, of a search.</param>
/// <param name="Scope">The state.</param>
internal sealed record EdgeAt(object Node, string NodeId, Position Position, ulong Question, Scope Scope, Claim? Claim = null, SearchRow? Hit = null)
{
    public string Cursor => new Query.Cursor(Question, Scope.AsOf.Head, Position).Encode();
}

/// <summary>A page of a connection.</summary>
internal record ConnectionAt(bool HasNext, bool HasPrevious, long? Total, long? EdgeTotal = null, Aggregate? Aggregate = null)
{
    public ConnectionAt(IReadOnlyList<EdgeAt> edges, bool hasNext, bool hasPrevious, long? total, Aggregate? aggregate = null)
        : this(hasNext, hasPrevious, total, null, aggregate) => Edges = edges;

    /// <summary>The rows.</summary>
    public virtual IReadOnlyList<EdgeAt> Edges { get; } = [];

    /// <summary>What stands at the edges, each once.</summary>
    public virtual IReadOnlyList<object> Nodes => [.. Edges.DistinctBy(e => e.NodeId).Select(e => e.Node)];
}

/// <summary>A page of relations; where only what stands at the edges is wanted, no edge is made.</summary>
internal sealed record RelationsAt(RelationPage Page, Paging Paging)
    : ConnectionAt(Page.HasNext, Page.HasPrevious, Page.Total, Page.EdgeTotal, Page.Aggregate)
{
    public override IReadOnlyList<EdgeAt> Edges => field ??=
        [.. Page.Rows.Select((r, i) => new EdgeAt(Far(i), r.Far.Id.Value, r.Position, Paging.Question, Paging.Scope, r.Claim))];

    // Pages are short: to compare each with those before, where the last letters say that it may be one, costs less than to keep a set.
    public override IReadOnlyList<object> Nodes
    {
        get
        {
            var rows = Page.Rows;
            var (nodes, count) = (new object[rows.Count], 0);
            Span<ulong> seen = [0, 0, 0, 0];
            for (var i = 0; i < nodes.Length; i++)
            {
                var id = rows[i].Far.Id.Value;
                var place = ((id[^1] * 37) + (id[id.Length / 2] * 11) + (id.Length > 1 ? id[^2] : 0)) & 255;
                var isNew = (seen[place >> 6] & (1UL << place)) == 0;
                seen[place >> 6] |= 1UL << place;
                if (isNew || !StandsBefore(nodes, count, rows[i].Far)) nodes[count++] = Far(i);
            }

            return count == nodes.Length ? nodes : nodes[..count];
        }
    }

    private EntityAt Far(int row) => new(Page.Rows[row].Far, Paging.Scope) { Ahead = AheadRow.Of(Page.Ahead, row) };

    private static bool StandsBefore(object[] nodes, int count, Entity entity)
    {
        for (var i = 0; i < count; i++)
        {
            var other = ((EntityAt)nodes[i]).Entity;
            if (ReferenceEquals(other, entity) || string.Equals(other.Id.Value, entity.Id.Value, StringComparison.Ordinal)) return true;
        }

        return false;
    }
}
