using System.Globalization;
using CsrGraph.Benchmarks.Measuring;
using CsrGraph.Benchmarks.Sectors;

namespace CsrGraph.Benchmarks;

/// <summary>Loads the same sector into each database in one run, and tells the rates beside the barest load there is.</summary>
internal static class LoadBenchmark
{
    /// <param name="sector">What is loaded.</param>
    /// <param name="neo4j">An empty Neo4j, for the store and for the bare <c>UNWIND</c>; or null.</param>
    /// <param name="password">Its password, or null.</param>
    /// <param name="to">Takes the table.</param>
    /// <param name="cancellation">Gives up.</param>
    public static async Task RunAsync(PeerSector sector, Uri? neo4j, string? password, TextWriter to, CancellationToken cancellation)
    {
        var folder = Directory.CreateTempSubdirectory("csrgraph-load-");
        var rows = new List<string[]>();
        try
        {
            var file = Path.Combine(folder.FullName, "load.db");
            rows.Add(Row("csrgraph, SQLite: claims with their evidence", await StoreSector.FillFileAsync(file, sector, cancellation)));
            var size = new DirectoryInfo(folder.FullName).EnumerateFiles().Sum(f => f.Length);
            rows.Add(["  bytes a claim", (size / sector.Claims).ToString(CultureInfo.InvariantCulture)]);
        }
        finally
        {
            folder.Delete(recursive: true);
        }

        if (neo4j is not null)
        {
            rows.Add(Row("csrgraph, Neo4j: claims with their evidence", await StoreSector.FillNeo4jAsync(neo4j, sector, cancellation)));
            using var bare = new SectorInNeo4j(neo4j, password);
            rows.Add(Row("bare UNWIND into Neo4j: relationships alone", await bare.FillAsync(sector, cancellation)));
        }

        Table.Print(to, [[string.Create(CultureInfo.InvariantCulture, $"{sector.Claims} claims"), "a second"], .. rows]);
    }

    private static string[] Row(string name, double? rate) => [name, rate?.ToString("0", CultureInfo.InvariantCulture) ?? "was there"];
}
