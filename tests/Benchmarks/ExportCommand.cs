using System.CommandLine;
using CsrGraph.Benchmarks.Sectors;

namespace CsrGraph.Benchmarks;

/// <summary>The verb <c>export</c>.</summary>
internal static class ExportCommand
{
    public static Command Create()
    {
        var sqlite = SectorOptions.Sqlite();
        var (events, organisations) = SectorOptions.Size();
        events.DefaultValueFactory = _ => 37_000;
        var format = new Option<string>("--format") { Description = "The format", DefaultValueFactory = _ => "jsonl" };
        var rounds = new Option<int>("--rounds") { Description = "How often it is written", DefaultValueFactory = _ => 3 };
        var command = new Command("export", "Writes all of a store, or of a sector of about a million claims that is made for it: claims a second, and memory.")
        {
            sqlite, events, organisations, format, rounds,
        };
        command.SetAction((parsed, cancellation) => ExportBenchmark.RunAsync(
            parsed.GetRequiredValue(sqlite),
            new PeerSector(parsed.GetRequiredValue(events), parsed.GetRequiredValue(organisations)),
            parsed.GetRequiredValue(format),
            parsed.GetRequiredValue(rounds),
            Console.Out,
            cancellation));
        return command;
    }
}
