using CsrGraph.GraphQL.Limits;

namespace CsrGraph.GraphQL.Resolving;

/// <summary>Counts the rows that one request gets from the store; refuses the request once there are too many.</summary>
internal sealed class RowLimit(int allowed)
{
    /// <summary>What errors call it.</summary>
    public const string Name = "rows";

    private long seen;

    /// <exception cref="ApiError">There are too many.</exception>
    public void Add(long rows) => ApiError.Require(
        Name, Interlocked.Add(ref seen, rows), allowed,
        static (asked, allowed) => $"the question has led to {asked} rows; it may lead to {allowed}: ask for smaller pages");
}
