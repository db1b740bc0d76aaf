using System.Text.Json;
using CsrGraph.Model;
using CsrGraph.Sqlite.Connections;
using CsrGraph.Store;

namespace CsrGraph.Sqlite.Reading;

/// <summary>Reads entities by id, and change-sets.</summary>
internal static class EntityReads
{
    private const int IsMerged = 1 + EntityColumns.Count;

    private static readonly string ById = Sql.Query("entity", EntityColumns.Of("e"));
    private static readonly string ByIds = Sql.Query("entities", EntityColumns.Of("e"));

    public static IReadOnlyList<Entity?> Read(Connection reader, IReadOnlyList<string> ids, long head)
    {
        var entities = new EntityColumns(reader);
        var found = new Entity?[ids.Count];
        var statement = ids is [var only] ? reader[ById].Bind(2, only) : reader[ByIds].Bind(2, JsonSerializer.Serialize(ids));
        statement.Bind(1, head);
        while (statement.Step())
        {
            // An entity that stands goes before what its id was merged into.
            ref var place = ref found[statement.Long(0)];
            if (place is null || statement.Long(IsMerged) == 0) place = entities.Read(statement, 1);
        }

        return found;
    }

    public static IReadOnlyList<ChangeSet> ChangeSets(Connection reader, ChangeSetRequest request)
    {
        var statement = reader[Sql.Query("change-sets")].Bind(1, (object?)request.Number).Bind(2, (object?)request.UpTo)
            .Bind(3, (object?)request.At?.UtcTicks).Bind(4, request.Limit);
        var found = new List<ChangeSet>();
        while (statement.Step())
        {
            found.Add(new ChangeSet(
                statement.Long(0), new DateTimeOffset(statement.Long(1), TimeSpan.Zero), statement.Text(2), statement.Text(3), statement.TextOrNull(4),
                statement.Long(5), statement.Long(6)));
        }

        return found;
    }
}
