namespace CsrGraph.GraphQL.Execution;

/// <summary>
/// Keeps documents that were parsed and found good, by their text, so that a client's question is read once. Two generations of bounded size: what
/// was asked for in neither of the last two is let go.
/// </summary>
internal sealed class DocumentCache
{
    private const int MaxDocuments = 500;
    private const int MaxCharacters = 1_000_000;
    private const int LongestKept = 20_000;

    private readonly Lock sync = new();
    private Dictionary<string, KnownDocument> young = new(StringComparer.Ordinal);
    private Dictionary<string, KnownDocument> old = new(StringComparer.Ordinal);
    private int characters;

    /// <summary>The document of this text; null where it is not kept.</summary>
    public KnownDocument? Find(string text)
    {
        lock (sync)
        {
            if (young.TryGetValue(text, out var document)) return document;
            if (old.TryGetValue(text, out document)) Add(text, document);
            return document;
        }
    }

    /// <summary>Keeps a document that is good; a long one is not kept.</summary>
    public void Keep(string text, KnownDocument document)
    {
        if (text.Length > LongestKept) return;
        lock (sync) Add(text, document);
    }

    private void Add(string text, KnownDocument document)
    {
        if (young.Count >= MaxDocuments || characters + text.Length > MaxCharacters)
        {
            (old, young, characters) = (young, new Dictionary<string, KnownDocument>(StringComparer.Ordinal), 0);
        }

        if (young.TryAdd(text, document)) characters += text.Length;
    }
}
