using System.Text.Json;

namespace CsrGraph.Neo4j.Wire;

/// <summary>A statement with its parameters.</summary>
/// <param name="Text">The statement; whatever a caller wrote is a parameter.</param>
/// <param name="Parameters">
/// Writes the members of the parameters' object; null for none. It is called once an attempt, so it writes the same each time. A
/// <see cref="Utf8JsonWriter"/> writes 1.0 as 1, which Neo4j takes for an integer: where that matters, ask for <see cref="IsTyped"/>.
/// </param>
internal readonly record struct Cypher(string Text, Action<Utf8JsonWriter>? Parameters = null)
{
    /// <summary>
    /// Whether parameters and rows name the type of each value (<see cref="TypedJson"/>), so that floats, dates and durations keep it. Plain JSON,
    /// which is shorter, is the default.
    /// </summary>
    public bool IsTyped { get; init; }

    /// <summary>Whether Neo4j counts what the statement changed: <see cref="ResultSummary.Counters"/>.</summary>
    public bool WantsCounters { get; init; }

    /// <summary>
    /// How long it may take, with its attempts and the wait for a connection; null for <see cref="Neo4jOptions.CommandDeadline"/> or
    /// <see cref="Neo4jOptions.WriteDeadline"/>, <see cref="Timeout.InfiniteTimeSpan"/> for no end.
    /// </summary>
    public TimeSpan? Deadline { get; init; }
}
