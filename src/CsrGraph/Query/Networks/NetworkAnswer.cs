using CsrGraph.Model;

namespace CsrGraph.Query.Networks;

/// <summary>An entity of a network.</summary>
/// <param name="Entity">Which.</param>
/// <param name="Degree">How many entities it is linked to by the relation types asked for, each counted once for each type and direction.</param>
/// <param name="Shown">How many of those links the network has.</param>
/// <param name="Distance">How many steps it is from the middle.</param>
public sealed record NetworkNode(Entity Entity, long Degree, long Shown, int Distance);

/// <summary>A relation between two entities of a network, with all claims that say so.</summary>
/// <param name="Type">The relation type.</param>
/// <param name="From">The subject.</param>
/// <param name="To">The object.</param>
/// <param name="Claims">By id.</param>
public sealed record NetworkEdge(string Type, Entity From, Entity To, IReadOnlyList<ClaimId> Claims);

/// <summary>A relation type of which not all is shown.</summary>
/// <param name="Type">The relation type.</param>
/// <param name="Shown">How many edges of it the network has.</param>
/// <param name="Total">How many there are at the nodes that were gone on from.</param>
public sealed record Truncation(string Type, long Shown, long Total);

/// <summary>What lies around some entities.</summary>
/// <param name="Nodes">The nearest first, then those of the highest degree, then by id; those in the middle among them.</param>
/// <param name="Edges">
/// One for each relation type from one node to another, where at least one of the two is less than the depth away from the middle; by subject, object
/// and type.
/// </param>
/// <param name="Truncated">What is left out, by type.</param>
/// <param name="Relations">How many relations were read.</param>
public sealed record NetworkAnswer(
    IReadOnlyList<NetworkNode> Nodes, IReadOnlyList<NetworkEdge> Edges, IReadOnlyList<Truncation> Truncated, long Relations);
