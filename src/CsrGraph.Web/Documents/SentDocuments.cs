namespace CsrGraph.Web.Documents;

/// <summary>
/// Documents that clients have sent, by their hash. Two generations of bounded size: what was asked for in neither of the last two is let go, and its
/// client sends it again.
/// </summary>
internal sealed class SentDocuments
{
    private const int MaxDocuments = 1_000;
    private const int MaxCharacters = 2_000_000;

    private readonly Lock sync = new();
    private Dictionary<string, string> young = new(StringComparer.Ordinal);
    private Dictionary<string, string> old = new(StringComparer.Ordinal);
    private int characters;

    /// <summary>The document of this hash; null where it is not kept.</summary>
    public string? Find(string hash)
    {
        lock (sync)
        {
            if (young.TryGetValue(hash, out var text)) return text;
            if (old.TryGetValue(hash, out text)) Add(hash, text);
            return text;
        }
    }

    /// <summary>Keeps a document.</summary>
    public void Keep(string hash, string text)
    {
        lock (sync) Add(hash, text);
    }

    private void Add(string hash, string text)
    {
        if (young.Count >= MaxDocuments || characters + text.Length > MaxCharacters)
        {
            (old, young, characters) = (young, new Dictionary<string, string>(StringComparer.Ordinal), 0);
        }

        if (young.TryAdd(hash, text)) characters += text.Length;
    }
}
