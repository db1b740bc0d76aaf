namespace CsrGraph.Seeding;

/// <summary>How a seed folder is read.</summary>
/// <param name="Sources">
/// A folder with the raw texts, under whatever names: a document's text is the file with its SHA-256. With it every quote and span is proved and
/// missing spans are found; null where the texts are not at hand.
/// </param>
public sealed record SeedOptions(string? Sources = null);
