namespace CsrGraph.Store;

/// <summary>What is counted.</summary>
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

/// <summary>How many there are of one sort.</summary>
public readonly record struct Count(string Key, long Number);
