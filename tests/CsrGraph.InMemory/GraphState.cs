using System.Collections.Immutable;
using CsrGraph.Model;
using CsrGraph.Store;

namespace CsrGraph.InMemory;

/// <summary>All versions of everything, and indexes that name more than they must: whoever reads them looks at the versions again.</summary>
internal sealed class GraphState
{
    public static GraphState Empty { get; } = new();

    public ImmutableSortedDictionary<string, ImmutableList<EntityVersion>> Entities { get; init; } =
        ImmutableSortedDictionary.Create<string, ImmutableList<EntityVersion>>(StringComparer.Ordinal);

    public ImmutableSortedDictionary<ClaimId, ImmutableList<ClaimVersion>> Claims { get; init; } =
        ImmutableSortedDictionary<ClaimId, ImmutableList<ClaimVersion>>.Empty;

    public ImmutableSortedDictionary<ClaimId, ImmutableList<EvidenceVersion>> Evidence { get; init; } =
        ImmutableSortedDictionary<ClaimId, ImmutableList<EvidenceVersion>>.Empty;

    public ImmutableDictionary<string, ImmutableHashSet<ClaimId>> BySubject { get; init; } = ImmutableDictionary<string, ImmutableHashSet<ClaimId>>.Empty;

    public ImmutableDictionary<string, ImmutableHashSet<ClaimId>> ByObject { get; init; } = ImmutableDictionary<string, ImmutableHashSet<ClaimId>>.Empty;

    public ImmutableDictionary<string, ImmutableHashSet<ClaimId>> ByDocument { get; init; } = ImmutableDictionary<string, ImmutableHashSet<ClaimId>>.Empty;

    public ImmutableDictionary<string, ImmutableHashSet<ClaimId>> ByRoster { get; init; } = ImmutableDictionary<string, ImmutableHashSet<ClaimId>>.Empty;

    public ImmutableList<ChangeSet> ChangeSets { get; init; } = [];

    public long Head => ChangeSets.Count;

    /// <summary>What was asked of this state's own head, in order.</summary>
    public HeadIndex Index { get; } = new();
}
