namespace CsrGraph.GraphQL;

/// <summary>
/// Keeps what belongs to documents by a text that names them. Two generations of bounded size: what was asked for in neither of the last two is let go.
/// Safe for many requests at once.
/// </summary>
/// <param name="maxDocuments">How many a generation holds.</param>
/// <param name="maxCharacters">How many characters the documents of a generation have together, where each has fewer.</param>
/// <param name="length">How many characters a document has, of its key and of what is kept.</param>
public sealed class RecentDocuments<T>(int maxDocuments, int maxCharacters, Func<string, T, int> length)
    where T : class
{
    private readonly Lock sync = new();
    private Dictionary<string, T> young = new(StringComparer.Ordinal);
    private Dictionary<string, T> old = new(StringComparer.Ordinal);
    private int characters;

    /// <summary>What is kept by this key; null where nothing is.</summary>
    public T? Find(string key)
    {
        lock (sync)
        {
            if (young.TryGetValue(key, out var kept)) return kept;
            if (old.TryGetValue(key, out kept)) Add(key, kept);
            return kept;
        }
    }

    /// <summary>Keeps it, unless something is kept by this key.</summary>
    public void Keep(string key, T document)
    {
        lock (sync) Add(key, document);
    }

    private void Add(string key, T document)
    {
        var more = length(key, document);
        if (young.Count >= maxDocuments || characters + more > maxCharacters)
        {
            (old, young, characters) = (young, new Dictionary<string, T>(StringComparer.Ordinal), 0);
        }

        if (young.TryAdd(key, document)) characters += more;
    }
}
