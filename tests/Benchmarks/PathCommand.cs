using System.CommandLine;
using CsrGraph.Benchmarks.Sectors;

namespace CsrGraph.Benchmarks;

/// <summary>The verb <c>path</c>.</summary>
internal static class PathCommand
{
    public static Command Create()
    {
        var sqlite = SectorOptions.Sqlite();
        var (events, organisations) = SectorOptions.Size();
        var rounds = SectorOptions.Rounds();
        var command = new Command("path", "Where the time of the peer's questions goes: the store's calls, and all between them and the answer.") { sqlite, events, organisations, rounds };
        command.SetAction((parsed, cancellation) => PathBenchmark.RunAsync(
            parsed.GetRequiredValue(sqlite),
            new PeerSector(parsed.GetRequiredValue(events), parsed.GetRequiredValue(organisations)),
            parsed.GetRequiredValue(rounds),
            Console.Out,
            cancellation));
        return command;
    }
}
