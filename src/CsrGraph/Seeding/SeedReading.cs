namespace CsrGraph.Seeding;

/// <summary>What came of reading a seed folder: the graph, or all that is wrong with it.</summary>
/// <param name="Graph">What the folder says; null where there is any problem.</param>
/// <param name="Problems">Everything wrong, by file (ordinal), line and column; empty where there is a graph.</param>
public sealed record SeedReading(SeedGraph? Graph, IReadOnlyList<Problem> Problems);
