namespace CsrGraph.Vocabulary;

/// <summary>A term in both languages: Chinese as the field prints it, English in lower case.</summary>
/// <param name="Zh">The Chinese term, simplified characters.</param>
/// <param name="En">The English term.</param>
public sealed record Label(string Zh, string En);
