using System.CommandLine;
using CsrGraph.Benchmarks.Sectors;

namespace CsrGraph.Benchmarks;

/// <summary>The verb <c>load</c>.</summary>
internal static class LoadCommand
{
    public static Command Create()
    {
        var (events, organisations) = SectorOptions.Size();
        var neo4j = new Option<string>("--neo4j") { Description = "The HTTP address of an empty Neo4j, for the store and for a bare UNWIND" };
        var command = new Command("load", "Loads one made sector, and tells the rates. NEO4J_PASSWORD is the Neo4j's password.") { events, organisations, neo4j };
        command.SetAction((parsed, cancellation) => LoadBenchmark.RunAsync(
            new PeerSector(parsed.GetRequiredValue(events), parsed.GetRequiredValue(organisations)),
            parsed.GetValue(neo4j) is { } address ? new Uri(address) : null,
            Environment.GetEnvironmentVariable("NEO4J_PASSWORD"),
            Console.Out,
            cancellation));
        return command;
    }
}
