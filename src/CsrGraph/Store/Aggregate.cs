namespace CsrGraph.Store;

/// <summary>What is worked out over all rows that a page is cut from, filters applied.</summary>
[Flags]
public enum AggregateParts
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary><see cref="Aggregate.FirstDay"/> and <see cref="Aggregate.LastDay"/>.</summary>
    Days = 1,

    /// <summary>
    /// <see cref="Aggregate.Named"/>, <see cref="Aggregate.StatedMin"/> and <see cref="Aggregate.StatedMax"/>, over rosters: those among claims; those of
    /// entities that are rows; of relations those of their type whose initiative is the anchor, where it is the object, and else a far entity.
    /// </summary>
    Rosters = 2,
}

/// <summary>What was worked out; what nobody asked for is null, and so is what there is none of.</summary>
/// <param name="FirstDay">The first day: of entities' dates; of claims and relations, the least <see cref="ClaimOrder.FromDay"/>.</param>
/// <param name="LastDay">The last day of entities' dates; the greatest <see cref="ClaimOrder.FromDay"/>.</param>
/// <param name="Named">
/// How many distinct members the standing rosters name, those of one initiative and role together (<see cref="RelationAnchors.Rosters"/>).
/// </param>
/// <param name="StatedMin">How many they state at least: of several of one initiative and role, the least; those of others are added.</param>
/// <param name="StatedMax">The greatest likewise; null where one of those that state a number leaves it open.</param>
public sealed record Aggregate(int? FirstDay = null, int? LastDay = null, long? Named = null, long? StatedMin = null, long? StatedMax = null);
