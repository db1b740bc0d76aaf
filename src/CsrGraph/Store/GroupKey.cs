namespace CsrGraph.Store;

/// <summary>What entities, documents or claims can be grouped by.</summary>
public enum GroupBy
{
    /// <summary>The kind; of a claim, as <see cref="Model.ClaimKind"/> reads.</summary>
    Kind,

    /// <summary>The category; of a claim, its subject's.</summary>
    Category,

    /// <summary>
    /// The year (<c>2018</c>) that the whole date of an entity lies in, so that nothing is rounded; of a claim, the year of its first day
    /// (<see cref="ClaimOrder.FromDay"/>).
    /// </summary>
    Year,

    /// <summary>The month (<c>2018-11</c>), likewise.</summary>
    Month,

    /// <summary>The relation types of the claims that have the entity at one end; of a claim, its own, and none where it is no relation.</summary>
    RelationType,

    /// <summary>
    /// The id of the publisher: of a document, its own; else of the documents whose standing evidence bears the claim, or the claims that have the
    /// entity at one end.
    /// </summary>
    Publisher,

    /// <summary>The ids of the entities at the far ends of <see cref="GroupKey.Relation"/>; entities only.</summary>
    Far,
}

/// <summary>One key of a grouping.</summary>
/// <param name="By">What to group by.</param>
/// <param name="Relation">For <see cref="GroupBy.Far"/>, the relation.</param>
public sealed record GroupKey(GroupBy By, RelationKey? Relation = null)
{
    /// <summary>The relation that leads to the far ends.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public RelationKey ToFar() => Relation ?? throw new InvalidOperationException("grouping by far ends takes a relation");
}

/// <summary>One term of the order of groups.</summary>
/// <param name="ByNumber">True for how many there are; false for the values of the keys, one after the other, a missing one last in both directions.</param>
/// <param name="Descending">True for the largest first.</param>
public sealed record GroupSort(bool ByNumber, bool Descending)
{
    /// <summary>The largest group first, then by key.</summary>
    public static IReadOnlyList<GroupSort> Largest { get; } = [new(true, true), new(false, false)];

    /// <summary>The terms as columns: which key, or null for the number, and the direction.</summary>
    public static IReadOnlyList<(int? Key, bool Descending)> Columns(CountRequest.Grouped request) =>
        [.. request.Sort.SelectMany(t => t.ByNumber ? [(null, t.Descending)] : Enumerable.Range(0, request.By.Count).Select(k => ((int?)k, t.Descending)))];

    /// <summary>A group with its place in the order asked for: the number as <see cref="long"/>, a key as text.</summary>
    public static Group Place(CountRequest.Grouped request, IReadOnlyList<string?> key, long number) =>
        new(key, number, new Position([.. Columns(request).Select(c => c.Key is { } k ? key[k] : (object?)number)], GroupId.Of(key)));
}

/// <summary>A group's id: the values of its keys with a line break between them; a missing one is empty.</summary>
public static class GroupId
{
    private const char Between = '\n';

    /// <summary>The id of the group of these values.</summary>
    public static string Of(IReadOnlyList<string?> key) => string.Join(Between, key);

    /// <summary>The values of <paramref name="keys"/> keys; of an id with fewer, the others are missing.</summary>
    public static IReadOnlyList<string?> Read(string id, int keys)
    {
        var parts = id.Split(Between);
        return [.. Enumerable.Range(0, keys).Select(i => i < parts.Length && parts[i].Length > 0 ? parts[i] : null)];
    }
}
