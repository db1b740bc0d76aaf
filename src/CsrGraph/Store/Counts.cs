namespace CsrGraph.Store;

/// <summary>What is counted of all that stands.</summary>
public enum CountOf
{
    /// <summary>Entities and documents by kind.</summary>
    EntitiesByKind,

    /// <summary>Relation claims by relation type.</summary>
    RelationsByType,

    /// <summary>Claims by kind, as <see cref="Model.ClaimKind"/> reads.</summary>
    ClaimsByKind,

    /// <summary>Standing claims by the document that bears them; the key is the document's id.</summary>
    ClaimsByDocument,
}

/// <summary>Asks how many there are of each sort.</summary>
public abstract record CountRequest
{
    private CountRequest()
    {
    }

    /// <summary>All that stands, without zeros, in ordinal order of the keys.</summary>
    public sealed record Standing(CountOf Of) : CountRequest;

    /// <summary>What satisfies a condition, by one or two keys. What has several values of a key is counted once in the group of each.</summary>
    public abstract record Grouped : CountRequest
    {
        private protected Grouped()
        {
        }

        /// <summary>One or two keys; a group has a value, or none, for each.</summary>
        public required IReadOnlyList<GroupKey> By { get; init; }

        /// <summary>Only groups of at least so many.</summary>
        public long AtLeast { get; init; } = 1;

        /// <summary>The order; ties are broken by the group's id.</summary>
        public IReadOnlyList<GroupSort> Sort { get; init; } = GroupSort.Largest;

        /// <summary>Which groups.</summary>
        public required PageRequest Page { get; init; }

        /// <summary>True where the number of groups is wanted.</summary>
        public bool WantsTotal { get; init; }
    }

    /// <summary>Entities or documents in groups.</summary>
    public sealed record Entities : Grouped
    {
        /// <summary>The kinds to look among; at least one.</summary>
        public required IReadOnlyList<string> Kinds { get; init; }

        /// <summary>The condition, or null for all.</summary>
        public EntityFilter? Filter { get; init; }
    }

    /// <summary>Claims in groups.</summary>
    public sealed record Claims : Grouped
    {
        /// <summary>The condition, or null for all.</summary>
        public ClaimFilter? Filter { get; init; }
    }
}

/// <summary>How many there are of one sort.</summary>
/// <param name="Key">The value of each key, null where there is none.</param>
/// <param name="Number">How many.</param>
/// <param name="Position">Its place in the order; its id is <see cref="GroupId"/>'s.</param>
public sealed record Group(IReadOnlyList<string?> Key, long Number, Position Position);
