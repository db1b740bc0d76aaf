using CsrGraph.GraphQL.Limits;

namespace CsrGraph.GraphQL.Resolving;

/// <summary>Counts what one request has of the store: the calls, and the rows, of which too many are refused.</summary>
internal sealed class RowLimit(int allowed)
{
    /// <summary>What errors call it.</summary>
    public const string Name = "rows";

    private long seen;
    private int calls;

    /// <summary>The rows so far.</summary>
    public long Rows => Interlocked.Read(ref seen);

    /// <summary>The calls so far.</summary>
    public int Calls => Volatile.Read(ref calls);

    /// <summary>Counts a call.</summary>
    public void AddCall() => Interlocked.Increment(ref calls);

    /// <summary>How many more may come.</summary>
    public long Left => Math.Max(0, allowed - Interlocked.Read(ref seen));

    /// <exception cref="ApiError">There are too many.</exception>
    public void Add(long rows) => ApiError.Require(
        Name, Interlocked.Add(ref seen, rows), allowed,
        static (asked, allowed) => $"the question has led to {asked} rows; it may lead to {allowed}: ask for smaller pages");

    /// <summary>Counts rows that a walk has read, which sees to it itself that they are not too many.</summary>
    public void Count(long rows) => Interlocked.Add(ref seen, rows);

    /// <summary>That a walk would lead to too many.</summary>
    /// <param name="more">How many beside those that were seen.</param>
    public ApiError Exceeded(long more)
    {
        var asked = Interlocked.Read(ref seen) + more;
        return ApiError.Exceeds(
            new Limit(Name, allowed, asked),
            $"the walk leads to {asked} rows or more; it may lead to {allowed}: name fewer relation types, fewer kinds, or a shorter way");
    }
}
