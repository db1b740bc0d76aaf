using CsrGraph.Model;
using CsrGraph.Store;
using CsrGraph.StoreTests.Harness;

namespace CsrGraph.StoreTests.Generated;

/// <summary>An entity in two versions; a pick for each state says which stands there, if any. A third pick is the first version redated.</summary>
internal sealed record EntityDraft(Entity First, Entity Second, PartialDate? OtherDate, IReadOnlyList<int> Picks)
{
    public Entity? At(int state) => Picks[state] switch
    {
        0 => null,
        1 => First,
        2 => Second,
        _ => First with { Date = OtherDate },
    };
}

/// <summary>A claim with two days and ranks; a pick for each state says which it has there, if it stands.</summary>
internal sealed record ClaimDraft(Claim Claim, ClaimOrder First, ClaimOrder Second, IReadOnlyList<int> Picks);

/// <summary>A piece of evidence; a pick for each state says whether it stands there.</summary>
internal sealed record EvidenceDraft(ClaimId Claim, Evidence Evidence, IReadOnlyList<bool> Picks);

/// <summary>A made graph and the states that it goes through, one for each change-set.</summary>
internal sealed record World(IReadOnlyList<EntityDraft> Entities, IReadOnlyList<ClaimDraft> Claims, IReadOnlyList<EvidenceDraft> Evidence)
{
    public const int States = 5;

    /// <summary>When the first change-set is applied; the others follow a day apart.</summary>
    public static readonly DateTimeOffset Begin = GraphUnderTest.Begin;

    /// <summary>The changes of each change-set.</summary>
    public IEnumerable<IReadOnlyList<Change>> ChangeSets()
    {
        var before = WorldState.Empty;
        for (var i = 0; i < States; i++)
        {
            var after = WorldState.Of(this, i);
            yield return [.. before.ChangesTo(after)];
            before = after;
        }
    }
}
