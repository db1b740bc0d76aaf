using CsrGraph.Seeding;

namespace CsrGraph.Generation;

/// <summary>A made source.</summary>
/// <param name="Seed">What it says, as seeds have it.</param>
/// <param name="Text">Its raw text, whose SHA-256 is the document's and whose spans read as the quotes.</param>
public sealed record MadeDocument(SeedDocument Seed, string Text);
