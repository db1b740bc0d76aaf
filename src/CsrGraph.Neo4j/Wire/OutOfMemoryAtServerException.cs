using CsrGraph.Store;

namespace CsrGraph.Neo4j.Wire;

/// <summary>Neo4j had no memory for a transaction of this size and rolled it back: half of it may fit.</summary>
internal sealed class OutOfMemoryAtServerException(string message, Exception inner) : StoreUnavailableException(message, inner);
