using CsrGraph.Model;

namespace CsrGraph.Store;

/// <summary>Asks for a page of the entities (or documents) that satisfy a filter.</summary>
public sealed record FindRequest
{
    /// <summary>The kinds to look among; at least one.</summary>
    public required IReadOnlyList<string> Kinds { get; init; }

    /// <summary>The condition, or null for all.</summary>
    public EntityFilter? Filter { get; init; }

    /// <summary>The order; ties are broken by id.</summary>
    public IReadOnlyList<SortTerm> Sort { get; init; } = SortTerm.Entities;

    /// <summary>Which rows.</summary>
    public required PageRequest Page { get; init; }

    /// <summary>True where <see cref="Page{T}.Total"/> is wanted.</summary>
    public bool WantsTotal { get; init; }

    /// <summary>What is worked out over all that are found, whatever the page.</summary>
    public AggregateParts Aggregates { get; init; }

    /// <summary>How much of each entity is wanted.</summary>
    public EntityParts Parts { get; init; }

    /// <summary>False where nobody looks at <see cref="EntityRow.Position"/>, which may be anything then.</summary>
    public bool WantsPlaces { get; init; } = true;

    /// <summary>What will be asked of the entities found, each key once.</summary>
    public IReadOnlyList<RelationAhead> Ahead { get; init; } = [];
}

/// <summary>An entity that was found.</summary>
/// <param name="Entity">As it stands at the head asked for.</param>
/// <param name="Position">Its place in the order.</param>
public sealed record EntityRow(Entity Entity, Position Position);
