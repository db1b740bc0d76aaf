namespace CsrGraph.GraphQL;

/// <summary>What is known of an operation once it was answered; nothing of what was asked or answered is among it.</summary>
/// <param name="Type">query or subscription; null where the document was refused before that was known.</param>
/// <param name="Name">What its author called it; null where he did not.</param>
/// <param name="Hash">The SHA-256 of the document's text in UTF-8, as 64 digits: what <c>documentId</c> names after <c>sha256:</c>.</param>
/// <param name="Took">How long it took.</param>
/// <param name="Cost">The objects that it might have led to; 0 where it was refused before that was known.</param>
/// <param name="Rows">The rows that the store gave.</param>
/// <param name="StoreCalls">How often the store was asked, without the head.</param>
/// <param name="Code">The first error's code; null where there is no error.</param>
public sealed record OperationReport(string? Type, string? Name, string Hash, TimeSpan Took, long Cost, long Rows, int StoreCalls, string? Code);
