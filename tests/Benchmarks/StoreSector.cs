using System.Diagnostics;
using System.Globalization;
using CsrGraph.Benchmarks.Sectors;
using CsrGraph.Neo4j;
using CsrGraph.Sqlite;
using CsrGraph.Store;

namespace CsrGraph.Benchmarks;

/// <summary>A sector in a store of ours.</summary>
internal static class StoreSector
{
    /// <summary>Loads the sector where the file has none yet, and gives the claims a second; null where it was there.</summary>
    public static async Task<double?> FillFileAsync(string path, PeerSector sector, CancellationToken cancellation)
    {
        await using var store = await SqliteGraphStore.OpenAsync(path, cancellation);
        return await FillAsync(store, sector, cancellation);
    }

    /// <summary>The same in a Neo4j, beside whatever else is there.</summary>
    public static async Task<double?> FillNeo4jAsync(Uri address, PeerSector sector, CancellationToken cancellation)
    {
        await using var store = await OpenNeo4jAsync(address, cancellation);
        return await FillAsync(store, sector, cancellation);
    }

    /// <summary>The store in a Neo4j.</summary>
    public static Task<Neo4jGraphStore> OpenNeo4jAsync(Uri address, CancellationToken cancellation) => Neo4jGraphStore.OpenAsync(Neo4j(address), cancellation);

    /// <summary>How it is asked.</summary>
    public static Neo4jOptions Neo4j(Uri address)
    {
        var settings = Settings(address);
        return Neo4jSettings.FromEnvironment(name => settings.GetValueOrDefault(name) ?? Environment.GetEnvironmentVariable(name));
    }

    /// <summary>What tells csrgraph of a Neo4j; the password is in the environment already.</summary>
    public static IReadOnlyDictionary<string, string?> Settings(Uri address) => new Dictionary<string, string?> { ["NEO4J_URI"] = address.AbsoluteUri };

    private static async Task<double?> FillAsync(IGraphStore store, PeerSector sector, CancellationToken cancellation)
    {
        if (await store.HeadAsync(cancellation) > 0) return null;
        var start = Stopwatch.GetTimestamp();
        var message = string.Create(CultureInfo.InvariantCulture, $"made: {sector.Events} events");
        await store.ApplyAsync(new NewChangeSet(0, TimeProvider.System.GetUtcNow(), "benchmark", message, null), sector.Changes().ToAsyncEnumerable(), cancellation);
        return sector.Claims / Stopwatch.GetElapsedTime(start).TotalSeconds;
    }
}
