using CsrGraph.GraphQL;
using CsrGraph.Web.Http;

namespace CsrGraph.Web.Documents;

/// <summary>
/// Documents that can be asked by their hash: those that the keeper laid down, and, unless only these are answered, those that clients have sent with
/// their hash before (automatic persisted queries).
/// </summary>
internal sealed class KnownDocuments(IReadOnlyDictionary<string, string> laidDown, bool isOnly)
{
    private readonly SentDocuments sent = new();

    /// <summary>The question with its document's text.</summary>
    /// <exception cref="HttpFault">The document is not known, or not allowed.</exception>
    public ApiRequest Resolve(AskedDocument asked)
    {
        var hash = DocumentHash.NamedBy(asked);
        return new ApiRequest(asked.Query is { } text ? Checked(text, hash) : Known(hash), asked.OperationName, asked.Variables, asked.Extensions);
    }

    /// <summary>Keeps a document that was answered, where it came with its hash.</summary>
    public void Keep(AskedDocument asked)
    {
        if (isOnly || asked.Query is not { } text || DocumentHash.NamedBy(asked) is not { } hash) return;
        sent.Keep(hash, text);
    }

    private string Checked(string text, string? hash)
    {
        if (hash is null && !isOnly) return text;
        var own = DocumentHash.Of(text);
        if (hash is not null && hash != own) throw HttpFault.BadRequest($"the hash is not the document's, which is {own}");
        if (isOnly && !laidDown.ContainsKey(own)) throw HttpFault.Refused(EdgeCode.DocumentNotAllowed, "only documents that are laid down here are answered, and this is none of them");
        return text;
    }

    private string Known(string? hash)
    {
        if (hash is null) throw HttpFault.BadRequest("'query' is missing: it holds the GraphQL document; or 'documentId', which names a known one");
        if (laidDown.TryGetValue(hash, out var text) || (!isOnly && (text = sent.Find(hash)) is not null)) return text;

        // These very words are what Apollo's clients look for; they send the document then.
        throw HttpFault.Refused(EdgeCode.PersistedQueryNotFound, "PersistedQueryNotFound");
    }
}
