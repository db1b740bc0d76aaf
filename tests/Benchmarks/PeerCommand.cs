using System.CommandLine;
using CsrGraph.Benchmarks.Sectors;

namespace CsrGraph.Benchmarks;

/// <summary>The verb <c>peer</c>.</summary>
internal static class PeerCommand
{
    public static Command Create()
    {
        var sqlite = SectorOptions.Sqlite();
        var neo4j = new Option<string>("--neo4j") { Description = "The HTTP address of a Neo4j for the peer and for csrgraph; without it SQLite alone is measured" };
        var bolt = new Option<string>("--bolt") { Description = "Its Bolt address", DefaultValueFactory = _ => "bolt://127.0.0.1:7687" };
        var folder = new Option<string>("--peer") { Description = "A copy of the folder Peer in which 'npm ci' has been run", DefaultValueFactory = _ => Path.Combine(AppContext.BaseDirectory, "Peer") };
        var others = new Option<string[]>("--also") { Description = "NAME=ADDRESS of another server that has the same sector" };
        var (events, organisations) = SectorOptions.Size();
        var rounds = SectorOptions.Rounds();
        var warmUp = SectorOptions.WarmUp();
        var command = new Command("peer", "The benchmark question with fresh ids, and one event by id, beside @neo4j/graphql. NEO4J_PASSWORD is the Neo4j's password.")
        {
            sqlite, neo4j, bolt, folder, others, events, organisations, rounds, warmUp,
        };
        command.SetAction((parsed, cancellation) => PeerBenchmark.RunAsync(
            new PeerOptions(
                parsed.GetRequiredValue(sqlite),
                parsed.GetValue(neo4j) is { } address ? new Uri(address) : null,
                parsed.GetRequiredValue(bolt),
                Environment.GetEnvironmentVariable("NEO4J_PASSWORD"),
                parsed.GetRequiredValue(folder),
                [.. (parsed.GetValue(others) ?? []).Select(ReadCommand.Server)],
                new PeerSector(parsed.GetRequiredValue(events), parsed.GetRequiredValue(organisations)),
                parsed.GetRequiredValue(rounds),
                parsed.GetRequiredValue(warmUp)),
            Console.Out,
            cancellation));
        return command;
    }
}
