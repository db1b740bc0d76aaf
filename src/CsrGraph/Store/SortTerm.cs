namespace CsrGraph.Store;

/// <summary>What rows can be sorted by.</summary>
public enum SortBy
{
    /// <summary>The name's sort key (<c>NameSortKey</c>): pinyin, then code points. Of a relation, the far entity's.</summary>
    Name,

    /// <summary>The first day of the entity's date; of a relation, the far entity's.</summary>
    Date,

    /// <summary>How many distinct entities stand in a relation to the entity (to the far one, of a relation).</summary>
    RelationCount,

    /// <summary>The first day of the claim itself (<see cref="ClaimOrder.FromDay"/>); relations and claims only.</summary>
    When,

    /// <summary>The place in the text (<see cref="ClaimOrder.Rank"/>); relations and claims only.</summary>
    Rank,
}

/// <summary>One term of an order. Missing values come last in both directions.</summary>
/// <param name="By">What to sort by.</param>
/// <param name="Descending">True for the largest first.</param>
/// <param name="Relation">For <see cref="SortBy.RelationCount"/>, the relation to count.</param>
public sealed record SortTerm(SortBy By, bool Descending = false, RelationKey? Relation = null)
{
    /// <summary>The default order of entities.</summary>
    public static IReadOnlyList<SortTerm> Entities { get; } = [new(SortBy.Name)];

    /// <summary>The default order of relations and claims: by day, then as printed.</summary>
    public static IReadOnlyList<SortTerm> Claims { get; } = [new(SortBy.When), new(SortBy.Rank)];

    /// <summary>The order of a document's claims: as printed.</summary>
    public static IReadOnlyList<SortTerm> Printed { get; } = [new(SortBy.Rank)];
}
