using CsrGraph.Model;
using CsrGraph.Sqlite.Connections;

namespace CsrGraph.Sqlite.Writing;

/// <summary>Writes pieces of evidence, a row for each interval, the pieces of a claim beside each other.</summary>
internal sealed class EvidenceWriter(Connection connection, Interner interner, ClaimWriter claims, long changeSet)
{
    private readonly Statement insert = connection[Sql.Query("insert-evidence")];
    private readonly Statement find = connection[Sql.Query("find-evidence")];
    private readonly List<Evidence> pieces = [];
    private long current = -1;
    private long next;
    private bool isFresh;

    public void Add(ClaimId claim, Evidence piece)
    {
        var number = claims.NumberOf(claim);
        if (number != current) Begin(number);
        if (isFresh ? pieces.Contains(piece) : Find(number, piece) is not null) throw Nonsense.StandsAlready($"{claim} {piece}");
        if (isFresh) pieces.Add(piece);
        Bind(insert, next++, piece).Bind(9, changeSet).Run();
    }

    public void Retract(ClaimId claim, Evidence piece)
    {
        var row = claims.LastNumberOf(claim) is { } number ? Find(number, piece) : null;
        if (row is null) throw Nonsense.StandsNot($"{claim} {piece}");
        connection[Sql.Query("close-evidence")].Bind(1, row.Value).Bind(2, changeSet).Run();
    }

    // Of a claim that is new and whose evidence follows it, nothing has to be looked up.
    private void Begin(long number)
    {
        current = number;
        pieces.Clear();
        isFresh = claims.BeginEvidence();
        next = isFresh ? number << 20 : (connection[Sql.Query("last-evidence")].Bind(1, number).Number() ?? ((number << 20) - 1)) + 1;
    }

    private long? Find(long claim, Evidence piece) => Bind(find, claim, piece).Number();

    private Statement Bind(Statement statement, long first, Evidence piece)
    {
        statement.Bind(1, first).Bind(2, interner.Node(piece.Document)).Bind(5, (long)piece.Grade).Bind(6, piece.Quote).Bind(7, piece.Note);
        statement.Bind(3, (object?)(long?)piece.Span?.Start).Bind(4, (object?)(long?)piece.Span?.End);
        return statement.Bind(8, (object?)piece.Roster?.ToBytes());
    }
}
