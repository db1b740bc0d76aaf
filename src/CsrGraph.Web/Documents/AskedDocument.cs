using System.Text.Json;

namespace CsrGraph.Web.Documents;

/// <summary>A question as it came, with its document's text, or its hash, or both.</summary>
/// <param name="Query">The text; null where the document is known by its hash.</param>
/// <param name="DocumentId">What GraphQL over HTTP calls so: <c>sha256:</c> and the hash.</param>
/// <param name="OperationName">Which of its operations.</param>
/// <param name="Variables">A JSON object.</param>
/// <param name="Extensions">A JSON object; Apollo's clients name the hash here.</param>
internal sealed record AskedDocument(string? Query, string? DocumentId, string? OperationName, JsonElement? Variables, JsonElement? Extensions);
