namespace CsrGraph.GraphQL.Execution;

/// <summary>Keeps documents that were parsed and found good, by their text, so that a client's question is read once.</summary>
internal sealed class DocumentCache
{
    private const int LongestKept = 20_000;

    private readonly RecentDocuments<KnownDocument> recent = new(500, 1_000_000, static (text, _) => text.Length);

    /// <summary>The document of this text; null where it is not kept.</summary>
    public KnownDocument? Find(string text) => recent.Find(text);

    /// <summary>Keeps a document that is good; a long one is not kept.</summary>
    public void Keep(string text, KnownDocument document)
    {
        if (text.Length <= LongestKept) recent.Keep(text, document);
    }
}
