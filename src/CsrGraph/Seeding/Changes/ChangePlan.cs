using CsrGraph.Store;

namespace CsrGraph.Seeding.Changes;

/// <summary>What a load or a rollback would change.</summary>
/// <param name="Head">The change-set it was computed against.</param>
/// <param name="Changes">The changes, in the order in which a store takes them.</param>
/// <param name="Problems">What stands in its way; where there is any, there are no changes.</param>
public sealed record ChangePlan(long Head, IReadOnlyList<Change> Changes, IReadOnlyList<Problem> Problems)
{
    /// <summary>True where nothing would change.</summary>
    public bool IsEmpty => Changes.Count == 0;
}
