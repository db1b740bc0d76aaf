using System.CommandLine;

namespace CsrGraph.Benchmarks.Loads;

/// <summary>The verb <c>load</c>.</summary>
internal static class LoadCommand
{
    public static Command Create()
    {
        var claims = new Option<int>("--claims") { Description = "How many claims a load has", DefaultValueFactory = _ => 60_000 };
        var neo4j = new Option<string>("--neo4j") { Description = "The HTTP address of an empty Neo4j, for the store and for a bare UNWIND of the same rows" };
        var warmUp = new Option<int>("--warm-up") { Description = "How many claims both write to it before anything is timed", DefaultValueFactory = _ => 100_000 };
        var rounds = new Option<int>("--rounds") { Description = "How many loads of each are timed there", DefaultValueFactory = _ => 5 };
        var command = new Command("load", "Loads made sectors, tells the rates, and compares what was written. NEO4J_PASSWORD is the Neo4j's password.")
        {
            claims, neo4j, warmUp, rounds,
        };
        command.SetAction((parsed, cancellation) => new LoadBenchmark(
            new LoadOptions(
                parsed.GetRequiredValue(claims),
                parsed.GetValue(neo4j) is { } address ? new Uri(address) : null,
                parsed.GetRequiredValue(warmUp),
                parsed.GetRequiredValue(rounds)),
            Console.Out).RunAsync(cancellation));
        return command;
    }
}
