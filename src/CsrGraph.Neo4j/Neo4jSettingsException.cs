using CsrGraph.Store;

namespace CsrGraph.Neo4j;

/// <summary>A setting of Neo4j's is missing or wrong; the message names it and says what to write, and holds no secret.</summary>
public sealed class Neo4jSettingsException(string message) : StoreUnavailableException(message);
