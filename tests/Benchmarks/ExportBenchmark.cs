using System.Diagnostics;
using System.Globalization;
using CsrGraph.Benchmarks.Measuring;
using CsrGraph.Benchmarks.Sectors;
using CsrGraph.Export;
using CsrGraph.Sqlite;
using CsrGraph.Vocabulary;

namespace CsrGraph.Benchmarks;

/// <summary>What an export of all of an embedded store takes in this process, into a file: claims a second, and memory of its own.</summary>
internal static class ExportBenchmark
{
    public static async Task RunAsync(string path, PeerSector sector, string format, int rounds, TextWriter to, CancellationToken cancellation)
    {
        if (!ExportFormat.TryFind(format, out var found)) throw new ArgumentException($"there is no format '{format}': it is one of {ExportFormat.Names}", nameof(format));
        await StoreSector.FillFileAsync(path, sector, cancellation);
        await using var store = await SqliteGraphStore.OpenAsync(path, cancellation);
        var folder = Directory.CreateTempSubdirectory("csrgraph-export-");
        try
        {
            List<IReadOnlyList<string>> rows = [["round", "claims", "a second", "a second of the processor", "MB written", "MB of memory"]];
            for (var round = 1; round <= rounds; round++)
            {
                rows.Add([round.ToString(CultureInfo.InvariantCulture), .. await MeasureAsync(store, found, folder.FullName, cancellation)]);
            }

            Table.Print(to, rows);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<IReadOnlyList<string>> MeasureAsync(SqliteGraphStore store, ExportFormat format, string folder, CancellationToken cancellation)
    {
        var (file, claims) = (Path.Combine(folder, "graph"), 0L);
        var (start, spent) = (Stopwatch.GetTimestamp(), OwnProcess.Processor());
        var memory = await OwnProcess.MostMemoryAsync(async () =>
        {
            var export = await GraphExport.OpenAsync(store, VocabularyDefinition.Load(), new ExportRequest(), folder, cancellation);
            claims = export.Snapshot.Claims.Sum(c => c.Number);
            await using var output = File.Create(file);
            await export.WriteAsync(format, output, cancellation);
        });
        var (time, processor) = (Stopwatch.GetElapsedTime(start), OwnProcess.Processor() - spent);
        return [Whole(claims), Whole(claims / time.TotalSeconds), Whole(claims / processor.TotalSeconds), Mega(new FileInfo(file).Length), Mega(memory)];
    }

    private static string Whole(double number) => number.ToString("0", CultureInfo.InvariantCulture);

    private static string Mega(long bytes) => Whole(bytes / 1e6);
}
