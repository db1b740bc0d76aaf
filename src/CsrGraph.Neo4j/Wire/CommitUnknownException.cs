using CsrGraph.Store;

namespace CsrGraph.Neo4j.Wire;

/// <summary>
/// The answer to a commit was lost, so that what was written is there as a whole or not at all. Whoever wrote looks, by the head, or writes the same
/// again where that changes nothing.
/// </summary>
internal sealed class CommitUnknownException(string message, Exception? inner) : StoreUnavailableException(message, inner);
