using System.Text.Json;

namespace CsrGraph.Neo4j.Wire;

/// <summary>A statement with its parameters.</summary>
/// <param name="Text">The statement; whatever a caller wrote is a parameter.</param>
/// <param name="Parameters">Writes the members of the parameters' object; null for none.</param>
internal readonly record struct Cypher(string Text, Action<Utf8JsonWriter>? Parameters = null);

/// <summary>Takes one row: the reader stands at the array's beginning, and the whole row is there.</summary>
internal delegate void RowHandler(ref Utf8JsonReader row);
