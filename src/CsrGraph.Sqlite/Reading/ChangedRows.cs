using CsrGraph.Model;
using CsrGraph.Sqlite.Connections;
using CsrGraph.Store;

namespace CsrGraph.Sqlite.Reading;

/// <summary>Reads the claims and the evidence of a stream of changes: nodes come as numbers, and a claim's id is the row's, not computed again.</summary>
internal sealed class ChangedRows(Connection reader) : IDisposable
{
    /// <summary>A claim's columns in the table <c>a</c>, the id first.</summary>
    public const string OfClaim = $"{Id}, {Columns.OfOrder}, a.type, a.subject, a.object, a.body";

    /// <summary>A piece's columns in the table <c>v</c>, after the id of its claim, <c>a</c>.</summary>
    public const string OfPiece = $"{Id}, v.row, v.document, {EvidenceReads.OfPiece}";

    // Sorted by its bytes either way, but SQLite sorts texts in half the time that it takes for blobs.
    private const string Id = "CAST(a.id AS TEXT)";

    private readonly NodeIds nodes = new(reader);
    private readonly List<(long Row, Evidence Piece)> pieces = [];

    /// <summary>The claim of a row, and its order.</summary>
    public (Claim Claim, ClaimOrder Order) Claim(Statement row)
    {
        var (kind, type) = reader.Type(row.Long(4));
        EntityId? other = row.Long(6) is var node and not 0 ? nodes[node] : null;
        var (qualifiers, when) = RecordCode.DecodeClaim(row.Bytes(7));
        return (Model.Claim.Known(ClaimId.FromBytes(row.Bytes(0)), kind, type, nodes[row.Long(5)], other, qualifiers, when), Columns.Order(row, 1));
    }

    /// <summary>The pieces of rows by claim, those of a claim by document and place.</summary>
    public IEnumerable<(ClaimId Claim, Evidence Piece)> Pieces(IEnumerable<Statement> rows)
    {
        ClaimId? claim = null;
        foreach (var row in rows)
        {
            var id = ClaimId.FromBytes(row.Bytes(0));
            if (claim is { } before && before != id)
            {
                foreach (var (_, piece) in InOrder()) yield return (before, piece);
                pieces.Clear();
            }

            claim = id;
            pieces.Add((row.Long(1), EvidenceReads.Piece(nodes[row.Long(2)], row, 3)));
        }

        if (claim is not { } last) yield break;
        foreach (var (_, piece) in InOrder()) yield return (last, piece);
        pieces.Clear();
    }

    public void Dispose() => nodes.Dispose();

    // A piece without a span comes after those that have one.
    private List<(long Row, Evidence Piece)> InOrder()
    {
        if (pieces.Count > 1) pieces.Sort(static (one, other) => (Key(one).CompareTo(Key(other))) is var by && by != 0 ? by : one.Row.CompareTo(other.Row));
        return pieces;

        static (EntityId Document, int First, int Last) Key((long Row, Evidence Piece) piece) =>
            (piece.Piece.Document, piece.Piece.Span?.Start ?? int.MaxValue, piece.Piece.Span?.End ?? int.MaxValue);
    }
}
