using CsrGraph.Model;
using CsrGraph.Sqlite.Connections;
using CsrGraph.Store;
using CsrGraph.Text;

namespace CsrGraph.Sqlite.Writing;

/// <summary>Writes the names of all versions of all entities, after a migration that changed how they are kept.</summary>
internal static class NamesAnew
{
    /// <summary>The last schema version that changed it.</summary>
    public const int Schema = 4;

    public static void Write(Connection connection)
    {
        var names = new NameWriter(connection, 0);
        var versions = connection["SELECT row, kind, key, body FROM entity WHERE row = version ORDER BY row"];
        while (versions.Step())
        {
            var entity = RecordCode.DecodeEntity(versions.Bytes(3), new EntityId(versions.Text(2)), "", null, null);
            names.Add(versions.Long(0), versions.Long(1), entity, [.. entity.Names.Select(n => SearchKeys.Of(n.Text))]);
        }

        names.Flush();
    }
}
