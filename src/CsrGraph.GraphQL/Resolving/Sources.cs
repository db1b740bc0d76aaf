using CsrGraph.Model;
using CsrGraph.Store;

namespace CsrGraph.GraphQL.Resolving;

/// <summary>The root of a question, also within <c>asOf</c>. The head is set when the request is about to run.</summary>
internal sealed class Root(Request request)
{
    public Scope Scope { get; set; } = new(request, default, false);
}

/// <summary>An entity or document, and what is read below it.</summary>
internal sealed record EntityAt(Entity Entity, Scope Scope);

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
internal sealed record ConnectionAt(
    IReadOnlyList<EdgeAt> Edges, bool HasNext, bool HasPrevious, long? Total, long? EdgeTotal = null, Aggregate? Aggregate = null)
{
    /// <summary>What stands at the edges, each once.</summary>
    public IReadOnlyList<object> Nodes
    {
        get
        {
            var seen = new HashSet<string>(Edges.Count, StringComparer.Ordinal);
            var nodes = new List<object>(Edges.Count);
            foreach (var edge in Edges)
            {
                if (seen.Add(edge.NodeId)) nodes.Add(edge.Node);
            }

            return nodes;
        }
    }
}
