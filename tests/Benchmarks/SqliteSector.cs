using System.Diagnostics;
using System.Globalization;
using CsrGraph.Benchmarks.Sectors;
using CsrGraph.Sqlite;
using CsrGraph.Store;

namespace CsrGraph.Benchmarks;

/// <summary>A sector in a file of its own.</summary>
internal static class SqliteSector
{
    /// <summary>Loads the sector where the file has none yet, and gives the claims a second; null where it was there.</summary>
    public static async Task<double?> FillAsync(string path, PeerSector sector, CancellationToken cancellation)
    {
        await using var store = await SqliteGraphStore.OpenAsync(path, cancellation);
        if (await store.HeadAsync(cancellation) > 0) return null;
        var start = Stopwatch.GetTimestamp();
        var message = string.Create(CultureInfo.InvariantCulture, $"made: {sector.Events} events");
        await store.ApplyAsync(new NewChangeSet(0, TimeProvider.System.GetUtcNow(), "benchmark", message, null), sector.Changes().ToAsyncEnumerable(), cancellation);
        return sector.Claims / Stopwatch.GetElapsedTime(start).TotalSeconds;
    }
}
