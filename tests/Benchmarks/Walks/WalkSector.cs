using CsrGraph.Generation;
using CsrGraph.Sqlite;
using CsrGraph.Store;
using CsrGraph.Vocabulary;
using Microsoft.Data.Sqlite;

namespace CsrGraph.Benchmarks.Walks;

/// <summary>A made sector in a store's file, and entities of it to walk from.</summary>
internal sealed class WalkSector(string path)
{
    /// <summary>Makes the sector where the file holds none.</summary>
    public async Task FillAsync(int entities, int claims, VocabularyDefinition vocabulary, CancellationToken cancellation)
    {
        await using var store = await SqliteGraphStore.OpenAsync(path, cancellation);
        await FillAsync(store, entities, claims, vocabulary, cancellation);
    }

    /// <summary>Makes the same sector in another store, where that holds none.</summary>
    public static async Task FillAsync(IGraphStore store, int entities, int claims, VocabularyDefinition vocabulary, CancellationToken cancellation)
    {
        if (await store.HeadAsync(cancellation) > 0) return;
        var sector = new MadeSector(new SectorSize(entities, claims, 1));
        await store.ApplyAsync(
            new NewChangeSet(0, TimeProvider.System.GetUtcNow(), "benchmark", "made up", null), sector.Changes(vocabulary).ToAsyncEnumerable(), cancellation);
    }

    /// <summary>Pairs of entities that have relations, drawn alike from all; the same for the same seed.</summary>
    public IReadOnlyList<(string From, string To)> Pairs(int count, int seed)
    {
        var random = new Random(seed);
        var drawn = new List<string>();
        using var connection = Open();
        var last = Number(connection, "SELECT max(id) FROM node");
        while (drawn.Count < 2 * count)
        {
            var id = Text(connection, $"SELECT key FROM node WHERE id = {random.NextInt64(1, last + 1)} AND EXISTS (SELECT 1 FROM relation_count c WHERE c.node = node.id AND c.side IN (0, 1))");
            if (id is not null) drawn.Add(id);
        }

        return [.. drawn.Chunk(2).Select(p => (p[0], p[1]))];
    }

    /// <summary>The entities of the highest degrees, the largest first, with their degrees.</summary>
    public IReadOnlyList<(string Id, long Degree)> Hubs(int count)
    {
        using var connection = Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // A number of ours; nobody's words.
        command.CommandText = $"SELECT (SELECT key FROM node WHERE id = node), sum(fars) AS degree FROM relation_count GROUP BY node ORDER BY degree DESC LIMIT {count}";
#pragma warning restore CA2100
        using var row = command.ExecuteReader();
        var found = new List<(string, long)>();
        while (row.Read()) found.Add((row.GetString(0), row.GetInt64(1)));
        return found;
    }

    private SqliteConnection Open()
    {
        var connection = new SqliteConnection($"Data Source={path};Mode=ReadOnly");
        connection.Open();
        return connection;
    }

    private static long Number(SqliteConnection connection, string text) => Convert.ToInt64(Scalar(connection, text), System.Globalization.CultureInfo.InvariantCulture);

    private static string? Text(SqliteConnection connection, string text) => Scalar(connection, text) as string;

    private static object? Scalar(SqliteConnection connection, string text)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Numbers that were drawn here; nobody's words.
        command.CommandText = text;
#pragma warning restore CA2100
        return command.ExecuteScalar();
    }
}
