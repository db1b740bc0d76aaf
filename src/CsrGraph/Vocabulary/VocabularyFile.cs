namespace CsrGraph.Vocabulary;

/// <summary>A file of the vocabulary.</summary>
/// <param name="Path">Its path; the folder's name says what it holds: <c>Vocabulary/relations/speaking.yaml</c>.</param>
/// <param name="Yaml">Its text.</param>
public sealed record VocabularyFile(string Path, string Yaml);
