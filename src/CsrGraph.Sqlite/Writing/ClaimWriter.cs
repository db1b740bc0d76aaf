using CsrGraph.Model;
using CsrGraph.Sqlite.Connections;
using CsrGraph.Sqlite.Reading;
using CsrGraph.Store;

namespace CsrGraph.Sqlite.Writing;

/// <summary>Writes claims, a row for each interval and order.</summary>
internal sealed class ClaimWriter(Connection connection, Interner interner, BulkLoad bulk, long changeSet, long lastRow)
{
    private readonly Statement insert = connection[Sql.Query("insert-claim")];
    private readonly Statement find = connection[Sql.Query("find-claim")];
    private readonly Statement close = connection[Sql.Query("close-claim")];
    private readonly byte[] id = new byte[16];
    private readonly bool wasEmpty = lastRow == 0;
    private ClaimId? current;
    private long currentNumber;
    private bool isNew;

    /// <summary>How many were added.</summary>
    public long Added { get; private set; }

    /// <summary>How many were retracted.</summary>
    public long Retracted { get; private set; }

    public void Add(Claim claim, ClaimOrder order, byte[] body)
    {
        // Where there was no row before this change-set, the unique index alone refuses a claim that comes twice.
        var before = wasEmpty ? null : Find(claim.Id);
        if (before is { Stands: true }) throw Nonsense.StandsAlready(claim.Id);
        insert.Bind(1, ++lastRow).Bind(2, before?.Number ?? lastRow).Bind(3, Bytes(claim.Id)).Bind(4, interner.Type(claim)).Bind(5, interner.Node(claim.Subject));
        if (claim.Object is { } other) insert.Bind(6, interner.Node(other));
        else insert.Bind(6, (object?)null);
        BindOrder(insert, 7, order).BindUtf8(10, body).Bind(11, changeSet).Run();
        (current, currentNumber, isNew) = (claim.Id, before?.Number ?? lastRow, before is null);
        Added++;
    }

    public void Retract(Claim claim)
    {
        if (Find(claim.Id) is not { Stands: true } standing) throw Nonsense.StandsNot(claim.Id);
        close.Bind(1, standing.Row).Bind(2, changeSet).Run();
        current = null;
        Retracted++;
    }

    public void Reorder(ClaimId claim, ClaimOrder order)
    {
        if (Find(claim) is not { Stands: true } standing) throw Nonsense.StandsNot(claim);
        if (standing.AddedIn == changeSet)
        {
            BindOrder(connection[Sql.Query("reorder-new-claim")].Bind(1, standing.Row), 2, order).Run();
            return;
        }

        close.Bind(1, standing.Row).Bind(2, changeSet).Run();
        BindOrder(connection[Sql.Query("reorder-claim")].Bind(1, ++lastRow).Bind(2, standing.Row), 3, order).Bind(6, changeSet).Run();
    }

    /// <summary>The number of a standing claim. That of the claim last asked for, or just added, is remembered.</summary>
    public long NumberOf(ClaimId claim)
    {
        if (claim == current) return currentNumber;
        if (Find(claim) is not { Stands: true } standing) throw Nonsense.StandsNot(claim);
        (current, currentNumber, isNew) = (claim, standing.Number, false);
        return currentNumber;
    }

    /// <summary>Says whether the current claim never had evidence; it has some from now on.</summary>
    public bool BeginEvidence()
    {
        var never = isNew;
        isNew = false;
        return never;
    }

    /// <summary>The number of a claim that stands or stood.</summary>
    public long? LastNumberOf(ClaimId claim) => Find(claim)?.Number;

    private static Statement BindOrder(Statement statement, int parameter, ClaimOrder order)
    {
        statement.Bind(parameter, order.FromDay ?? Columns.NoDay).Bind(parameter + 2, order.Rank);
        return order.UntilDay is { } until ? statement.Bind(parameter + 1, until) : statement.Bind(parameter + 1, (object?)null);
    }

    private ClaimVersion? Find(ClaimId claim)
    {
        bulk.NeedClaimIds();
        ClaimVersion? found = find.Bind(1, Bytes(claim)).Step() ? new ClaimVersion(find.Long(0), find.Long(1), find.Long(2) == 1, find.Long(3)) : null;
        find.Reset();
        return found;
    }

    private ReadOnlySpan<byte> Bytes(ClaimId claim)
    {
        System.Buffers.Binary.BinaryPrimitives.WriteUInt128BigEndian(id, claim.Hash);
        return id;
    }

    private readonly record struct ClaimVersion(long Number, long Row, bool Stands, long AddedIn);
}
