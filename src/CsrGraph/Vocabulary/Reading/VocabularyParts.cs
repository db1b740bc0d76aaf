namespace CsrGraph.Vocabulary.Reading;

/// <summary>What the files say, checked as a whole.</summary>
internal sealed record VocabularyParts(
    IReadOnlyList<KindDefinition> Kinds,
    IReadOnlyList<RelationType> RelationTypes,
    IReadOnlyList<QualifierDefinition> RelationQualifiers,
    IReadOnlyList<TermList> TermLists);
