namespace CsrGraph.Vocabulary;

/// <summary>A kind of entity: one GraphQL object type, one pair of root fields, one id prefix.</summary>
/// <param name="Id">In capitals, as in claims and enums: <c>EVENT_SERIES</c>.</param>
/// <param name="TypeName">The GraphQL type: <c>EventSeries</c>.</param>
/// <param name="Interface">The narrower interface it belongs to: <c>AGENT</c>, <c>INITIATIVE</c>, or null.</param>
/// <param name="Prefix">What its ids begin with, before the colon; null for documents, whose ids are plain slugs.</param>
/// <param name="Singular">The root field that takes an id.</param>
/// <param name="Plural">The root field that takes a filter.</param>
/// <param name="Label">The kind's name in both languages.</param>
/// <param name="Description">One sentence for the API's reader, in English.</param>
public sealed record KindDefinition(
    string Id, string TypeName, string? Interface, string? Prefix, string Singular, string Plural, Label Label, string Description)
{
    /// <summary>The kind of sources. A document is stored as an entity is, and shown as a type of its own.</summary>
    public const string Document = "DOCUMENT";

    /// <summary>The interface of those who act.</summary>
    public const string Agent = "AGENT";

    /// <summary>The interface of what they take part in.</summary>
    public const string Initiative = "INITIATIVE";

    /// <summary>The interface of all that relations stand between: every kind but documents.</summary>
    public const string Entity = "ENTITY";
}
