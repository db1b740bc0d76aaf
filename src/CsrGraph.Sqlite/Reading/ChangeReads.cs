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
            Rows(reader, "claims-retracted", Columns.OfClaim, after, upTo, r => new Change.ClaimRetracted(Columns.Claim(r, 0).Claim)),
            Rows(reader, "entities-retracted", EntityColumns.Of("e"), after, upTo, r => new Change.EntityRetracted(new EntityColumns().Read(r, 0))),
            Rows(reader, "entities-added", EntityColumns.Of("e"), after, upTo, r => new Change.EntityAdded(new EntityColumns().Read(r, 0))),
            Rows(reader, "claims-added", Columns.OfClaim, after, upTo, Added),
            Rows(reader, "evidence-added", EvidenceReads.OfPiece, after, upTo, r => new Change.EvidenceAdded(ClaimId.FromBytes(r.Bytes(0)), EvidenceReads.Piece(r, 1))),
        ];
        return parts.SelectMany(p => p);
    }

    private static Change.ClaimAdded Added(Statement row)
    {
        var (claim, order) = Columns.Claim(row, 0);
        return new Change.ClaimAdded(claim, order);
    }

    private static IEnumerable<Change> Rows(Connection reader, string query, string columns, long after, long upTo, Func<Statement, Change> read)
    {
        var statement = reader[Sql.Query(query, columns)].Bind(1, after).Bind(2, upTo);
        while (statement.Step()) yield return read(statement);
    }
}
