namespace CsrGraph.Store;

/// <summary>The state of the graph that a question is put to.</summary>
/// <param name="Head">The last change-set that counts; 0 is the empty graph.</param>
/// <param name="ValidAt">
/// Where given, only claims whose validity may contain that day: it begins on or before it, or on no known day, and has not ended before it.
/// </param>
public readonly record struct AsOf(long Head, DateOnly? ValidAt = null);
