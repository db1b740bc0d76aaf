namespace CsrGraph.Store;

/// <summary>
/// A row's place in an order: the values of the sort terms, then the row's id, which breaks ties. What a cursor carries.
/// </summary>
/// <param name="Values">
/// One for each sort term: a <see cref="long"/>, an array of bytes (compared as unsigned bytes), a text (of a group's key; ordinal), or null, which comes
/// last in both directions.
/// </param>
/// <param name="Id">The id of the row: of an entity, a claim or a group; ascending in ordinal order, whatever the direction of the terms.</param>
public sealed record Position(IReadOnlyList<object?> Values, string Id)
{
    /// <summary>What stands for a place that nobody looks at.</summary>
    public static Position None { get; } = new([], "");
}

/// <summary>Which rows of an order are wanted.</summary>
/// <param name="Limit">At most so many rows; 0 asks for totals alone: no rows, and neither next nor previous.</param>
/// <param name="After">Only rows after this place.</param>
/// <param name="Before">Only rows before this place.</param>
/// <param name="FromEnd">True takes the last rows instead of the first; they come in the order all the same.</param>
public sealed record PageRequest(int Limit, Position? After = null, Position? Before = null, bool FromEnd = false)
{
    /// <summary>Every row, for callers that know the answer to be small.</summary>
    public static PageRequest All { get; } = new(int.MaxValue);
}

/// <summary>A page of rows.</summary>
/// <param name="Rows">In the order asked for.</param>
/// <param name="HasNext">True where rows follow these.</param>
/// <param name="HasPrevious">True where rows come before these.</param>
/// <param name="Total">How many there are in all; null where nobody asked.</param>
/// <param name="Aggregate">What was worked out over all of them; null where nobody asked.</param>
public sealed record Page<T>(IReadOnlyList<T> Rows, bool HasNext, bool HasPrevious, long? Total, Aggregate? Aggregate = null)
{
    /// <summary>What was read ahead of the rows' entities; see <see cref="FindRequest.Ahead"/>.</summary>
    public IReadOnlyList<AheadPages> Ahead { get; init; } = [];
}
