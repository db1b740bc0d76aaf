namespace CsrGraph.Query.Walks;

/// <summary>Counts the rows that a walk reads, and ends it before it reads too many.</summary>
/// <param name="allowed">The most.</param>
public sealed class RowMeter(long allowed)
{
    /// <summary>How many were read so far.</summary>
    public long Rows { get; private set; }

    /// <summary>Asks whether so many more may be read.</summary>
    /// <exception cref="TooManyRowsException">They may not.</exception>
    public void Expect(long rows)
    {
        if (Rows + rows > allowed) throw new TooManyRowsException(Rows + rows, allowed);
    }

    /// <summary>Counts what was read.</summary>
    /// <exception cref="TooManyRowsException">It was too much.</exception>
    public void Add(long rows)
    {
        Rows += rows;
        Expect(0);
    }
}

/// <summary>A walk would have read more rows than it may.</summary>
public sealed class TooManyRowsException(long asked, long allowed) : Exception($"the walk leads to {asked} rows or more; it may lead to {allowed}")
{
    /// <summary>How many it would have read, or more.</summary>
    public long Asked { get; } = asked;

    /// <summary>How many it may.</summary>
    public long Allowed { get; } = allowed;
}
