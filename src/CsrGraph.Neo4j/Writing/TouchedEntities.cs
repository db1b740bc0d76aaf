using CsrGraph.Model;

namespace CsrGraph.Neo4j.Writing;

/// <summary>The entities that stand at an end of a relation which a change-set adds or retracts: those whose relations are counted anew.</summary>
internal sealed class TouchedEntities
{
    // Some 25 MB. Beyond so many, all entities are counted, so that a load's memory does not grow with it.
    private const int Most = 200_000;

    private HashSet<string>? ids = [];

    /// <summary>Their ids; null where they are too many to be remembered.</summary>
    public IReadOnlyCollection<string>? Ids => ids;

    public void Add(Claim claim)
    {
        if (ids is null || claim.Kind != ClaimKind.Relation) return;
        ids.Add(claim.Subject.Value);
        if (claim.Object is { } other) ids.Add(other.Value);
        if (ids.Count > Most) ids = null;
    }
}
