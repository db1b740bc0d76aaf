using CsrGraph.Model;
using CsrGraph.Sqlite.Connections;
using CsrGraph.Store;

namespace CsrGraph.Sqlite.Reading;

/// <summary>Streams the difference between two states.</summary>
internal static class ChangeReads
{
    public static IEnumerable<Change> Read(Connection reader, long after, long upTo)
    {
        // One after the other: nothing is kept but the row that is being read.
        IEnumerable<Change>[] parts =
        [
            Rows(reader, "evidence-retracted", EvidenceReads.OfPiece, after, upTo, r => new Change.EvidenceRetracted(ClaimId.FromBytes(r.Bytes(0)), EvidenceReads.Piece(r, 1))),
            Rows(reader, "claims-retracted", Columns.OfClaim, after, upTo, r => new Change.ClaimRetracted(Columns.Claim(reader, r, 0).Claim)),
            Rows(reader, "entities-retracted", EntityColumns.Of("e"), after, upTo, r => new Change.EntityRetracted(new EntityColumns(reader).Read(r, 0))),
            Rows(reader, "entities-added", EntityColumns.Of("e"), after, upTo, r => new Change.EntityAdded(new EntityColumns(reader).Read(r, 0))),
            Rows(reader, after > 0 ? "claims-added" : "claims-standing", Columns.OfClaim, after, upTo, r => Added(reader, r)),
            Rows(reader, after > 0 ? "evidence-added" : "evidence-standing", EvidenceReads.OfPiece, after, upTo, r => new Change.EvidenceAdded(ClaimId.FromBytes(r.Bytes(0)), EvidenceReads.Piece(r, 1))),
        ];
        return parts.SelectMany(p => p);
    }

    private static Change.ClaimAdded Added(Connection reader, Statement row)
    {
        var (claim, order) = Columns.Claim(reader, row, 0);
        return new Change.ClaimAdded(claim, order);
    }

    private static IEnumerable<Change> Rows(Connection reader, string query, string columns, long after, long upTo, Func<Statement, Change> read)
    {
        // Only what a later change-set than the first added is in the index of it; the first is read as it lies.
        var text = Sql.Query(query, columns).Replace("{1}", after > 0 ? "1" : "0", StringComparison.Ordinal);
        var statement = reader[text].Bind(1, after).Bind(2, upTo);
        while (statement.Step()) yield return read(statement);
    }
}
