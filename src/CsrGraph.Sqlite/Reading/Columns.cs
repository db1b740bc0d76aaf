using CsrGraph.Model;
using CsrGraph.Sqlite.Connections;
using CsrGraph.Store;

namespace CsrGraph.Sqlite.Reading;

/// <summary>The columns that a claim is read from.</summary>
internal static class Columns
{
    /// <summary>Stands for a day that nobody knows; after every day.</summary>
    public const long NoDay = int.MaxValue;

    /// <summary>The claim's columns of the table <c>a</c>, for <see cref="Claim"/>.</summary>
    public const string OfClaim =
        "(SELECT kind FROM claim_type WHERE id = a.type), (SELECT text FROM claim_type WHERE id = a.type), "
        + "(SELECT key FROM node WHERE id = a.subject), (SELECT key FROM node WHERE id = a.object), a.body, a.day, a.until, a.rank";

    /// <summary>How many they are.</summary>
    public const int ClaimCount = 8;

    /// <summary>Reads a claim and its order.</summary>
    public static (Claim Claim, ClaimOrder Order) Claim(Statement row, int column)
    {
        var (qualifiers, when) = RecordCode.DecodeClaim(row.Bytes(column + 4).ToArray());
        EntityId? other = row.TextOrNull(column + 3) is { } id ? new EntityId(id) : null;
        var claim = new Claim((ClaimKind)row.Long(column), row.Text(column + 1), new EntityId(row.Text(column + 2)), other, qualifiers, when);
        var day = row.Long(column + 5);
        return (claim, new ClaimOrder(
            day == NoDay ? null : (int)day, row.IsNull(column + 6) ? null : (int)row.Long(column + 6), (int)row.Long(column + 7)));
    }
}
