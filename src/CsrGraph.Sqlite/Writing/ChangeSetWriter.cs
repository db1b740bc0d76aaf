using System.Globalization;
using CsrGraph.Sqlite.Connections;
using CsrGraph.Store;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace CsrGraph.Sqlite.Writing;

/// <summary>Writes one change-set within a transaction that its caller begins and ends.</summary>
internal sealed class ChangeSetWriter
{
    /// <summary>A load into an empty store that is larger than this is written without indexes; below it they cost less than making them anew.</summary>
    private const int BulkFrom = 5_000;

    // A load is looked at for its size after so many changes.
    private const int RoomEvery = 4_096;

    private readonly Connection connection;
    private readonly NewChangeSet changeSet;
    private readonly long number;
    private readonly long lastTicks;
    private readonly EntityWriter entities;
    private readonly ClaimWriter claims;
    private readonly EvidenceWriter evidence;
    private readonly BulkLoad bulk;
    private long written;

    /// <exception cref="StoreMovedException">The head is not the one expected.</exception>
    public ChangeSetWriter(Connection connection, NewChangeSet changeSet, long mappedBytes)
    {
        (this.connection, this.changeSet) = (connection, changeSet);
        var head = connection[Sql.Query("head")];
        var (last, at) = head.Step() ? (head.Long(0), head.Long(1)) : (0, 0);
        head.Reset();
        if (last != changeSet.ExpectedHead) throw new StoreMovedException(changeSet.ExpectedHead, last);
        (number, lastTicks) = (last + 1, at);

        var rows = connection[Sql.Query("last-rows")];
        rows.Step();
        var (entity, claim, name) = (rows.Long(0), rows.Long(1), rows.Long(2));
        rows.Reset();
        var interner = new Interner(connection);
        bulk = new BulkLoad(connection, mappedBytes);
        entities = new EntityWriter(connection, interner, number, entity, name);
        claims = new ClaimWriter(connection, interner, bulk, number, claim);
        evidence = new EvidenceWriter(connection, interner, claims, number);
    }

    /// <exception cref="InvalidOperationException">The change makes no sense in this state.</exception>
    public void Write(PreparedChange prepared)
    {
        if (++written == BulkFrom && number == 1) bulk.Begin();
        if (bulk.IsOn && written % RoomEvery == 0) bulk.KeepRoom();
        try
        {
            Write(prepared.Change, prepared);
        }
        catch (SqliteException exception) when (exception.SqliteErrorCode == raw.SQLITE_CONSTRAINT)
        {
            throw Nonsense.StandsAlready(prepared.Change, exception);
        }
    }

    private void Write(Change change, PreparedChange prepared)
    {
        switch (change)
        {
            case Change.EntityAdded(var entity):
                entities.Add(entity, prepared);
                break;
            case Change.EntityRetracted(var entity):
                entities.Retract(entity);
                break;
            case Change.ClaimAdded(var claim, var order):
                claims.Add(claim, order, prepared.Body);
                break;
            case Change.ClaimRetracted(var claim):
                claims.Retract(claim);
                break;
            case Change.EvidenceAdded(var claim, var piece):
                evidence.Add(claim, piece);
                break;
            case Change.EvidenceRetracted(var claim, var piece):
                evidence.Retract(claim, piece);
                break;
            case Change.ClaimReordered(var claim, var order):
                claims.Reorder(claim, order);
                break;
            case Change.EntityRedated(var entity, var date):
                entities.Redate(entity, date);
                break;
            default:
                throw new ArgumentException($"there is no such change: {change}", nameof(change));
        }
    }

    /// <summary>Makes the indexes and the counts, and writes the change-set's own row, the last of all.</summary>
    /// <exception cref="InvalidOperationException">Something was added twice, which only the index shows.</exception>
    public ChangeSet Finish()
    {
        try
        {
            entities.Flush();
            bulk.End();
        }
        catch (SqliteException exception) when (exception.SqliteErrorCode == raw.SQLITE_CONSTRAINT)
        {
            throw Nonsense.StandsAlready("something", exception);
        }

        if (number == 1) bulk.Count();
        else connection.Execute(Sql.Query("recount-touched", number.ToString(CultureInfo.InvariantCulture)));
        var at = new DateTimeOffset(Math.Max(changeSet.At.UtcTicks, lastTicks), TimeSpan.Zero);
        connection[Sql.Query("insert-change-set")].Bind(1, number).Bind(2, at.UtcTicks).Bind(3, changeSet.Author).Bind(4, changeSet.Message)
            .Bind(5, changeSet.SourceHash).Bind(6, claims.Added).Bind(7, claims.Retracted).Run();
        return new ChangeSet(number, at, changeSet.Author, changeSet.Message, changeSet.SourceHash, claims.Added, claims.Retracted);
    }
}
