using CsrGraph.Model;
using CsrGraph.Sqlite.Connections;
using CsrGraph.Store;

namespace CsrGraph.Sqlite.Reading;

/// <summary>Reads entities, each row once a call: a hub at the far end of a thousand relations is decoded once.</summary>
internal sealed class EntityColumns(Connection reader)
{
    /// <summary>How many columns <see cref="Of"/> names.</summary>
    public const int Count = 6;

    private readonly Dictionary<(long Row, EntityParts Parts), Entity> read = [];

    /// <summary>The columns of a table by this name.</summary>
    public static string Of(string entity, EntityParts parts = EntityParts.Record) =>
        $"{entity}.row, {entity}.key, {entity}.kind, {entity}.category, {entity}.date, {entity}.{(parts == EntityParts.Heading ? "name" : "body")}";

    /// <summary>The entity whose columns begin here.</summary>
    public Entity Read(Statement row, int column, EntityParts parts = EntityParts.Record)
    {
        var number = row.Long(column);
        if (!read.TryGetValue((number, parts), out var entity)) read.Add((number, parts), entity = One(reader, row, column, parts));
        return entity;
    }

    /// <summary>The same, for rows that come once.</summary>
    public static Entity One(Connection reader, Statement row, int column, EntityParts parts = EntityParts.Record)
    {
        var date = row.TextOrNull(column + 4) is { } code ? PartialDateCode.Decode(code) : null;
        var (id, kind) = (new EntityId(row.Text(column + 1)), reader.Term(row.Long(column + 2)));
        var category = row.IsNull(column + 3) ? null : reader.Term(row.Long(column + 3));
        return parts == EntityParts.Heading
            ? Entity.Heading(id, kind, category, row.Text(column + 5), date)
            : RecordCode.DecodeEntity(row.Bytes(column + 5), id, kind, category, date);
    }

    /// <summary>The place in an order whose columns begin at 1, after the anchor's.</summary>
    public static Position Place(Statement row, int terms, bool idIsClaim)
    {
        var values = new object?[terms];
        for (var i = 0; i < terms; i++) values[i] = row.Value(i + 1);
        return new Position(values, idIsClaim ? ClaimId.FromBytes(row.Bytes(terms + 1)).ToString() : row.Text(terms + 1));
    }
}
