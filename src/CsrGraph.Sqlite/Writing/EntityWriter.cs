using CsrGraph.Model;
using CsrGraph.Sqlite.Connections;
using CsrGraph.Store;

namespace CsrGraph.Sqlite.Writing;

/// <summary>Writes entities, the texts that their names are found by, and the ids that redirect to them.</summary>
internal sealed class EntityWriter(Connection connection, Interner interner, long changeSet, long lastRow, long lastName)
{
    private readonly Statement insert = connection[Sql.Query("insert-entity")];
    private readonly Statement find = connection[Sql.Query("find-entity")];
    private readonly NameWriter names = new(connection, lastName);
    private readonly bool wasEmpty = lastRow == 0;
    private long last = lastRow;

    public void Add(Entity entity, PreparedChange prepared)
    {
        // Where there was no row before this change-set, the unique index alone refuses an entity that comes twice.
        if (!wasEmpty && Find(entity.Id) is not null) throw Nonsense.StandsAlready(entity.Id);
        var kind = interner.Term(entity.Kind);
        insert.Bind(1, ++last).Bind(2, interner.Node(entity.Id)).Bind(3, entity.Id.Value).Bind(4, kind);
        insert.Bind(5, entity.Category is { } category ? interner.Term(category) : (object?)null);
        insert.Bind(6, entity.Name).Bind(7, prepared.SortKey.AsSpan());
        BindDate(insert, 8, entity.Date).BindUtf8(11, prepared.Body).Bind(12, changeSet).Run();
        names.Add(last, kind, entity, prepared.Names);
        foreach (var former in entity.Formerly) connection[Sql.Query("insert-redirect")].Bind(1, former.Value).Bind(2, last).Run();
    }

    /// <summary>Writes what was kept back.</summary>
    public void Flush() => names.Flush();

    public void Retract(Entity entity)
    {
        if (Find(entity.Id) is not { } standing || !Says(standing.Row, entity)) throw Nonsense.StandsNot(entity.Id);
        connection[Sql.Query("close-entity")].Bind(1, standing.Row).Bind(2, changeSet).Run();
    }

    public void Redate(EntityId id, PartialDate? date)
    {
        if (Find(id) is not { } standing) throw Nonsense.StandsNot(id);
        if (standing.AddedIn == changeSet)
        {
            BindDate(connection[Sql.Query("redate-new-entity")].Bind(1, standing.Row), 2, date).Run();
            return;
        }

        connection[Sql.Query("close-entity")].Bind(1, standing.Row).Bind(2, changeSet).Run();
        BindDate(connection[Sql.Query("redate-entity")].Bind(1, ++last).Bind(2, standing.Row), 3, date).Bind(6, changeSet).Run();
    }

    private static Statement BindDate(Statement statement, int parameter, PartialDate? date) => statement
        .Bind(parameter, (object?)(long?)date?.Earliest?.DayNumber)
        .Bind(parameter + 1, (object?)(long?)date?.Latest?.DayNumber)
        .Bind(parameter + 2, date is null ? null : PartialDateCode.Encode(date));

    private (long Row, long AddedIn)? Find(EntityId id)
    {
        (long, long)? found = find.Bind(1, id.Value).Step() ? (find.Long(0), find.Long(1)) : null;
        find.Reset();
        return found;
    }

    private bool Says(long row, Entity entity)
    {
        var statement = connection[Sql.Query("says-the-same")].Bind(1, row).Bind(2, interner.Term(entity.Kind));
        statement.Bind(3, entity.Category is { } category ? interner.Term(category) : (object?)null);
        return statement.BindUtf8(4, RecordCode.EncodeEntity(entity)).Number() == 1;
    }
}
