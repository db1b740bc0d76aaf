namespace CsrGraph.Neo4j;

/// <summary>Where a Neo4j is and how it is asked.</summary>
/// <param name="Address">Its HTTP address, such as <c>http://127.0.0.1:7474</c>.</param>
public sealed record Neo4jOptions(Uri Address)
{
    /// <summary>The user; null asks without credentials.</summary>
    public string? Username { get; init; }

    /// <summary>The password; never logged.</summary>
    public string? Password { get; init; }

    /// <summary>The database.</summary>
    public string Database { get; init; } = "neo4j";

    /// <summary>How long one read may take.</summary>
    public TimeSpan CommandDeadline { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>The clock.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;
}
