namespace CsrGraph.Benchmarks.Loads;

/// <summary>What is loaded, and where.</summary>
/// <param name="Claims">How many claims a load has.</param>
/// <param name="Neo4j">An empty Neo4j, for the store and for the bare <c>UNWIND</c>; or null.</param>
/// <param name="WarmUp">How many claims are written to it by both before anything is timed.</param>
/// <param name="Rounds">How many loads of each are timed there.</param>
internal sealed record LoadOptions(int Claims, Uri? Neo4j, int WarmUp, int Rounds);
