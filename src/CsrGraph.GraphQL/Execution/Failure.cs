namespace CsrGraph.GraphQL.Execution;

/// <summary>Stands where a value would, had it not failed.</summary>
internal sealed record Failure(Exception Exception);
