using CsrGraph.Model;
using CsrGraph.Sqlite.Connections;
using CsrGraph.Store;

namespace CsrGraph.Sqlite.Reading;

/// <summary>Reads entities, each row once a call: a hub at the far end of a thousand relations is decoded once.</summary>
internal sealed class EntityColumns
{
    /// <summary>How many columns <see cref="Of"/> names.</summary>
    public const int Count = 6;

    private readonly Dictionary<long, Entity> read = [];

    /// <summary>The columns of a table by this name.</summary>
    public static string Of(string entity) =>
        $"{entity}.row, {entity}.key, (SELECT text FROM term WHERE id = {entity}.kind), (SELECT text FROM term WHERE id = {entity}.category), "
        + $"{entity}.date, {entity}.body";

    /// <summary>The entity whose columns begin here.</summary>
    public Entity Read(Statement row, int column)
    {
        var number = row.Long(column);
        if (read.TryGetValue(number, out var entity)) return entity;
        var date = row.TextOrNull(column + 4) is { } code ? PartialDateCode.Decode(code) : null;
        entity = RecordCode.DecodeEntity(
            row.Bytes(column + 5).ToArray(), new EntityId(row.Text(column + 1)), row.Text(column + 2), row.TextOrNull(column + 3), date);
        read.Add(number, entity);
        return entity;
    }

    /// <summary>The place in an order whose columns begin at 1, after the anchor's.</summary>
    public static Position Place(Statement row, int terms, bool idIsClaim)
    {
        var values = new object?[terms];
        for (var i = 0; i < terms; i++) values[i] = row.Value(i + 1);
        return new Position(values, idIsClaim ? ClaimId.FromBytes(row.Bytes(terms + 1)).ToString() : row.Text(terms + 1));
    }
}
