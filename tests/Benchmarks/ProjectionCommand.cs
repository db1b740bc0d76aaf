using System.CommandLine;
using CsrGraph.Benchmarks.Sectors;

namespace CsrGraph.Benchmarks;

/// <summary>The verb <c>projection</c>.</summary>
internal static class ProjectionCommand
{
    public static Command Create()
    {
        var sqlite = SectorOptions.Sqlite();
        var (events, organisations) = SectorOptions.Size();
        events.DefaultValueFactory = _ => 26_000;
        var rounds = new Option<int>("--rounds") { Description = "How often each is asked", DefaultValueFactory = _ => 3 };
        var command = new Command("projection", "Who signs with whom in a sector of nearly as many pairs as are computed, and groups of the same sector.")
        {
            sqlite, events, organisations, rounds,
        };
        command.SetAction((parsed, cancellation) => ProjectionBenchmark.RunAsync(
            parsed.GetRequiredValue(sqlite),
            new PeerSector(parsed.GetRequiredValue(events), parsed.GetRequiredValue(organisations)),
            parsed.GetRequiredValue(rounds),
            Console.Out,
            cancellation));
        return command;
    }
}
