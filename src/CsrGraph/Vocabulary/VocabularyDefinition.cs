namespace CsrGraph.Vocabulary;

/// <summary>
/// All that the graph can say: kinds, relation types, qualifiers and closed lists of terms. It is data; nothing in the code lists kinds or types.
/// </summary>
public sealed class VocabularyDefinition
{
    /// <summary>Every kind, in the order of their files, documents last.</summary>
    public required IReadOnlyList<KindDefinition> Kinds { get; init; }

    /// <summary>Every relation type, in the order of their files.</summary>
    public required IReadOnlyList<RelationType> RelationTypes { get; init; }

    /// <summary>The qualifiers that every relation has.</summary>
    public required IReadOnlyList<QualifierDefinition> RelationQualifiers { get; init; }

    /// <summary>Every closed list of terms.</summary>
    public required IReadOnlyList<TermList> TermLists { get; init; }
}
