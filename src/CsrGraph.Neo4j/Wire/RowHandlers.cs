using System.Text.Json;

namespace CsrGraph.Neo4j.Wire;

/// <summary>
/// Takes one row: the reader stands at the array's beginning, and the whole row is there, in one piece. Rows come while the answer is still on its
/// way: they count only once the call has ended well.
/// </summary>
internal delegate void RowHandler(ref Utf8JsonReader row);

/// <summary>The same, into what one attempt gathers.</summary>
internal delegate void RowHandler<in T>(ref Utf8JsonReader row, T gathered);
