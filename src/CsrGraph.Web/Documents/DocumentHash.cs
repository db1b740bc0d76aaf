using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CsrGraph.Web.Http;

namespace CsrGraph.Web.Documents;

/// <summary>The SHA-256 of a document's text in UTF-8, as 64 digits in small letters; that is what a document is called by.</summary>
internal static class DocumentHash
{
    private const string Prefix = "sha256:";

    public static string Of(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    /// <summary>The hash that a question names; null where it names none.</summary>
    /// <exception cref="HttpFault">It names something else, or two that differ.</exception>
    public static string? NamedBy(AskedDocument asked)
    {
        var (byId, byApollo) = (OfId(asked.DocumentId), OfExtension(asked.Extensions));
        if (byId is not null && byApollo is not null && byId != byApollo) throw HttpFault.BadRequest("'documentId' and 'extensions' name two documents");
        return byId ?? byApollo;
    }

    private static string? OfId(string? id) => id is null ? null : id.StartsWith(Prefix, StringComparison.Ordinal) && IsHash(id[Prefix.Length..])
        ? id[Prefix.Length..]
        : throw HttpFault.BadRequest("'documentId' must be 'sha256:' and 64 hexadecimal digits in small letters");

    private static string? OfExtension(JsonElement? extensions)
    {
        if (extensions is not { } map || !map.TryGetProperty("persistedQuery", out var named) || named.ValueKind == JsonValueKind.Null) return null;
        return named.ValueKind == JsonValueKind.Object
            && named.TryGetProperty("version", out var version) && version.ValueKind == JsonValueKind.Number && version.TryGetInt32(out var number) && number == 1
            && named.TryGetProperty("sha256Hash", out var hash) && hash.ValueKind == JsonValueKind.String && IsHash(hash.GetString()!)
            ? hash.GetString()
            : throw HttpFault.BadRequest("'extensions.persistedQuery' must have 'version' 1 and 'sha256Hash', 64 hexadecimal digits in small letters");
    }

    private static bool IsHash(string text) => text.Length == 64 && text.All(char.IsAsciiHexDigitLower);
}
