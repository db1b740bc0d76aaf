using CsrGraph.Model;
using CsrGraph.Sqlite.Connections;
using CsrGraph.Store;

namespace CsrGraph.Sqlite.Reading;

/// <summary>The columns that a claim is read from.</summary>
internal static class Columns
{
    /// <summary>Stands for a day that nobody knows; after every day.</summary>
    public const long NoDay = int.MaxValue;

    /// <summary>The columns of a claim's order in the table <c>a</c>, for <see cref="Order"/>.</summary>
    public const string OfOrder = "a.day, a.until, a.rank";

    /// <summary>The claim's columns of the table <c>a</c>, for <see cref="Claim"/>.</summary>
    public const string OfClaim = $"{OfOrder}, a.type, (SELECT key FROM node WHERE id = a.subject), (SELECT key FROM node WHERE id = a.object), a.body, a.id";

    /// <summary>How many they are.</summary>
    public const int ClaimCount = 8;

    /// <summary>Reads a claim's order.</summary>
    public static ClaimOrder Order(Statement row, int column)
    {
        var day = row.Long(column);
        return new ClaimOrder(day == NoDay ? null : (int)day, row.LongOrNull(column + 1) is { } until ? (int)until : null, (int)row.Long(column + 2));
    }

    /// <summary>Reads a claim and its order.</summary>
    public static (Claim Claim, ClaimOrder Order) Claim(Connection reader, Statement row, int column)
    {
        var (kind, type) = reader.Type(row.Long(column + 3));
        EntityId? other = row.TextOrNull(column + 5) is { } id ? new EntityId(id) : null;
        var (qualifiers, when) = RecordCode.DecodeClaim(row.Bytes(column + 6));
        return (Model.Claim.Known(ClaimId.FromBytes(row.Bytes(column + 7)), kind, type, new EntityId(row.Text(column + 4)), other, qualifiers, when), Order(row, column));
    }
}
