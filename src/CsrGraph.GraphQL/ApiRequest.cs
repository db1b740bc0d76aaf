using System.Text.Json;

namespace CsrGraph.GraphQL;

/// <summary>A request as GraphQL over HTTP has it.</summary>
/// <param name="Query">The document.</param>
/// <param name="OperationName">Which of its operations; null or empty where it has one.</param>
/// <param name="Variables">A JSON object, nested at most 64 deep; null for none.</param>
/// <param name="Extensions">A JSON object, nested at most 64 deep; null for none.</param>
public sealed record ApiRequest(string Query, string? OperationName = null, JsonElement? Variables = null, JsonElement? Extensions = null);
