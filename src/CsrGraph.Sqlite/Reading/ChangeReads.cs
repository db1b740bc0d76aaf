using CsrGraph.Sqlite.Connections;
using CsrGraph.Store;

namespace CsrGraph.Sqlite.Reading;

/// <summary>Streams the difference between two states.</summary>
internal static class ChangeReads
{
    public static IEnumerable<Change> Read(Connection reader, long after, long upTo)
    {
        // One after the other: nothing is kept but the row that is being read.
        using var rows = new ChangedRows(reader);
        var evidence = after > 0 ? "evidence-added" : "evidence-standing";
        IEnumerable<Change>[] parts =
        [
            rows.Pieces(Rows(reader, "evidence-retracted", ChangedRows.OfPiece, after, upTo)).Select(p => new Change.EvidenceRetracted(p.Claim, p.Piece)),
            Rows(reader, "claims-retracted", ChangedRows.OfClaim, after, upTo).Select(r => new Change.ClaimRetracted(rows.Claim(r).Claim)),
            Rows(reader, "entities-retracted", EntityColumns.Of("e"), after, upTo).Select(r => new Change.EntityRetracted(EntityColumns.One(reader, r, 0))),
            Rows(reader, "entities-added", EntityColumns.Of("e"), after, upTo).Select(r => new Change.EntityAdded(EntityColumns.One(reader, r, 0))),
            Rows(reader, after > 0 ? "claims-added" : "claims-standing", ChangedRows.OfClaim, after, upTo).Select(r => Added(rows, r)),
            rows.Pieces(Rows(reader, evidence, ChangedRows.OfPiece, after, upTo)).Select(p => new Change.EvidenceAdded(p.Claim, p.Piece)),
        ];
        foreach (var part in parts)
        {
            foreach (var change in part) yield return change;
        }
    }

    private static Change.ClaimAdded Added(ChangedRows rows, Statement row)
    {
        var (claim, order) = rows.Claim(row);
        return new Change.ClaimAdded(claim, order);
    }

    // The statement stands at each of its rows in turn.
    private static IEnumerable<Statement> Rows(Connection reader, string query, string columns, long after, long upTo)
    {
        // Only what a later change-set than the first added is in the index of it; the first is read as it lies.
        var text = Sql.Query(query, columns).Replace("{1}", after > 0 ? "1" : "0", StringComparison.Ordinal);
        var statement = reader[text].Bind(1, after).Bind(2, upTo);
        while (statement.Step()) yield return statement;
    }
}
