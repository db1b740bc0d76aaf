using System.Globalization;
using CsrGraph.Model;
using CsrGraph.Yaml;

namespace CsrGraph.Seeding.Reading;

/// <summary>The lines of claims.ndjson, taken document by document in the order in which documents.ndjson has them.</summary>
internal sealed class ClaimLines(IEnumerable<YamlNode?> lines, DocumentLines documents, SeedContext context) : IDisposable
{
    /// <summary>The most claims of one document, which are checked together.</summary>
    public const int MaxClaims = 20_000;

    private readonly IEnumerator<YamlNode?> lines = lines.GetEnumerator();
    private readonly HashSet<string> refused = new(StringComparer.Ordinal);
    private (EntityId Document, YamlMapping Claim)? next;
    private bool isBroken;

    /// <summary>Takes the claims of a document, which comes after those asked for before.</summary>
    /// <param name="document">The document.</param>
    /// <param name="line">Its line in documents.ndjson.</param>
    /// <returns>Its claims, and false where a line near them could not be read, so that it may have more.</returns>
    public (IReadOnlyList<YamlNode> Claims, bool IsComplete) Take(EntityId document, int line)
    {
        var claims = new List<YamlNode>();
        while (Next() is var (other, claim))
        {
            if (other != document)
            {
                var its = documents[other];
                if (its > line) break;
                Misplaced(other, claim, its);
            }
            else if (claims.Count < MaxClaims)
            {
                claims.Add(claim);
            }
            else if (refused.Add(other.Value))
            {
                claim.Refuse($"{other} has more than {MaxClaims.ToString(CultureInfo.InvariantCulture)} claims", "make several documents of it");
            }

            next = null;
        }

        return (claims, !isBroken);
    }

    /// <summary>Reports the lines that belong to no document of documents.ndjson.</summary>
    public void End()
    {
        while (Next() is var (document, claim))
        {
            Misplaced(document, claim, documents[document]);
            next = null;
        }
    }

    public void Dispose() => lines.Dispose();

    private (EntityId Document, YamlMapping Claim)? Next()
    {
        while (next is null && lines.MoveNext())
        {
            if (lines.Current?.Mapping() is { } claim && Document(claim) is { } document) next = (document, claim);
            else isBroken = true;
        }

        return next;
    }

    private EntityId? Document(YamlMapping claim)
    {
        if (claim.Required("document") is not { } node || claim.Take("document") is null || context.Entities.Id(node) is not { } id) return null;
        if (id.IsDocument) return id;
        node.Refuse($"{id} is no document", "write the id of a line of documents.ndjson");
        return null;
    }

    // Said once for a document: where one line stands apart, as a rule many do.
    private void Misplaced(EntityId document, YamlMapping claim, int line)
    {
        if (!refused.Add(document.Value)) return;
        if (line > 0)
        {
            claim.Refuse(
                $"the claims of {document} do not stand here: it comes earlier, in documents.ndjson:{line.ToString(CultureInfo.InvariantCulture)}",
                "write the claims of one document one after the other, and documents in the order of documents.ndjson");
        }
        else if (context.IsDocument(document))
        {
            claim.Refuse($"{document} is described in YAML", $"write its claims into {SeedLayout.ClaimsFile(document)}");
        }
        else if (!context.DocumentsAreIncomplete)
        {
            claim.Refuse($"there is no document {document}", "describe it in documents.ndjson, or mend the id");
        }
    }
}
