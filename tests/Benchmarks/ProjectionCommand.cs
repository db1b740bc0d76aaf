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
        var neo4j = SectorOptions.Neo4j();
        var command = new Command("projection", "Who signs with whom in a sector of nearly as many pairs as are computed, and groups of the same sector.")
        {
            sqlite, events, organisations, rounds, neo4j,
        };
        command.SetAction(async (parsed, cancellation) =>
        {
            var sector = new PeerSector(parsed.GetRequiredValue(events), parsed.GetRequiredValue(organisations));
            await ProjectionBenchmark.RunAsync(parsed.GetRequiredValue(sqlite), sector, parsed.GetRequiredValue(rounds), Console.Out, cancellation);
            if (parsed.GetValue(neo4j) is { } address)
            {
                await ProjectionBenchmark.OnNeo4jAsync(new Uri(address), sector, parsed.GetRequiredValue(rounds), Console.Out, cancellation);
            }
        });
        return command;
    }
}
