using CsrGraph.GraphQL;

namespace CsrGraph.Web.Documents;

/// <summary>Documents that clients have sent, by their hash; one that is let go its client sends again.</summary>
internal sealed class SentDocuments
{
    private readonly RecentDocuments<string> recent = new(1_000, 2_000_000, static (_, text) => text.Length);

    /// <summary>The document of this hash; null where it is not kept.</summary>
    public string? Find(string hash) => recent.Find(hash);

    /// <summary>Keeps a document.</summary>
    public void Keep(string hash, string text) => recent.Keep(hash, text);
}
