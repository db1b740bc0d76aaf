namespace CsrGraph.GraphQL.Execution;

/// <summary>What went wrong at one place of the answer.</summary>
/// <param name="Exception">What it was.</param>
/// <param name="Group">The group of the object that it went wrong at.</param>
/// <param name="Row">Which object.</param>
/// <param name="Field">The field.</param>
/// <param name="Path">The place.</param>
internal sealed record Fault(Exception Exception, ObjectGroup Group, int Row, PlannedField Field, IReadOnlyList<object> Path);
