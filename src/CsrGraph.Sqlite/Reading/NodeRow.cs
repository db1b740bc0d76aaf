using CsrGraph.Model;
using CsrGraph.Sqlite.Connections;
using CsrGraph.Store;

namespace CsrGraph.Sqlite.Reading;

/// <summary>A relation as the indexes of the claims have it: the far entity's node and the row's place.</summary>
/// <param name="Far">The node.</param>
/// <param name="Order">The claim's day and rank.</param>
/// <param name="Id">The claim.</param>
internal readonly record struct NodeRow(long Far, ClaimOrder Order, ClaimId Id)
{
    /// <summary>The columns of the table <c>a</c>, where this is the far entity's node.</summary>
    public static string Columns(string far) => $"{far}, {Reading.Columns.OfOrder}, a.id";

    /// <summary>Reads a row of those columns, after the anchor's place.</summary>
    public static NodeRow Read(Statement row) => new(row.Long(1), Reading.Columns.Order(row, 2), ClaimId.FromBytes(row.Bytes(5)));

    /// <summary>Reads the far entity's node alone.</summary>
    public static long ReadFar(Statement row) => row.Long(1);

    /// <summary>The place in an order by day and rank.</summary>
    public Position Place(IReadOnlyList<SortTerm> sort)
    {
        var values = new object?[sort.Count];
        for (var i = 0; i < values.Length; i++) values[i] = sort[i].By == SortBy.When ? (long?)Order.FromDay : Order.Rank;
        return new Position(values, Id.ToString());
    }
}
