using System.Text.Json;

namespace CsrGraph.Web;

/// <summary>What a client asks over HTTP, read but not yet understood.</summary>
/// <param name="Query">The GraphQL document.</param>
/// <param name="OperationName">Which of its operations; null where it has one.</param>
/// <param name="Variables">A JSON object, or null. Its strings are whole, its names stand once, it is at most 64 deep.</param>
/// <param name="Extensions">A JSON object, or null.</param>
/// <param name="QueriesOnly">True where anything but a query has to be refused (GET).</param>
public sealed record GraphQLQuestion(
    string Query, string? OperationName = null, JsonElement? Variables = null, JsonElement? Extensions = null, bool QueriesOnly = false);
