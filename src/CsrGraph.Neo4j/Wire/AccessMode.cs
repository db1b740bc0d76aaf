namespace CsrGraph.Neo4j.Wire;

/// <summary>What a statement does; in a cluster, who may answer it.</summary>
internal enum AccessMode
{
    /// <summary>It reads.</summary>
    Read,

    /// <summary>It writes.</summary>
    Write,
}
