namespace CsrGraph.Vocabulary;

/// <summary>What a qualifier's value is.</summary>
public enum QualifierType
{
    /// <summary>Words, as printed or the curator's.</summary>
    Text,

    /// <summary>True, or absent.</summary>
    Boolean,

    /// <summary>A whole number.</summary>
    Integer,

    /// <summary>A partial date.</summary>
    Date,

    /// <summary>The id of an entity.</summary>
    Entity,

    /// <summary>A term of one of the vocabulary's lists.</summary>
    Term,
}

/// <summary>A qualifier of a relation or of another claim.</summary>
/// <param name="Name">In camel case, as in the seeds and in GraphQL: <c>onBehalfOf</c>.</param>
/// <param name="Type">What its value is.</param>
/// <param name="Terms">For <see cref="QualifierType.Term"/> the id of the list: <c>SPEECH_ACT</c>.</param>
/// <param name="Kinds">For <see cref="QualifierType.Entity"/> the kinds that may stand there.</param>
/// <param name="IsRequired">True where a claim without it is refused.</param>
/// <param name="Label">Its name in both languages.</param>
/// <param name="Description">One sentence for the API's reader, in English.</param>
public sealed record QualifierDefinition(
    string Name, QualifierType Type, string? Terms, IReadOnlyList<string> Kinds, bool IsRequired, Label Label, string Description);
