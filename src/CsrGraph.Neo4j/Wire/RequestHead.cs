using System.Text.Json;

namespace CsrGraph.Neo4j.Wire;

/// <summary>What a request's body holds besides the statement.</summary>
internal sealed record RequestHead
{
    /// <summary>What the statement does; null in a transaction, which knows it.</summary>
    public AccessMode? Mode { get; init; }

    /// <summary>What the member of a cluster that answers must have seen.</summary>
    public IReadOnlyCollection<string> Bookmarks { get; init; } = [];

    /// <summary>
    /// When Neo4j itself ends the transaction. Neo4j 5.26 heeds it where a transaction begins, not for a statement in a transaction of its own.
    /// </summary>
    public TimeSpan? Limit { get; init; }

    /// <summary>Names the statement among those that run; null for a request without one.</summary>
    public string? Marker { get; init; }

    public void Write(Utf8JsonWriter json)
    {
        if (Mode is { } mode) json.WriteString("accessMode", mode == AccessMode.Read ? "READ" : "WRITE");
        if (Limit is { } limit && limit > TimeSpan.Zero) json.WriteNumber("maxExecutionTime", (long)Math.Ceiling(limit.TotalSeconds));
        if (Bookmarks.Count == 0) return;
        json.WriteStartArray("bookmarks");
        foreach (var bookmark in Bookmarks) json.WriteStringValue(bookmark);
        json.WriteEndArray();
    }
}
