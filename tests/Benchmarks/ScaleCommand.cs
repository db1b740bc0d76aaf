using System.CommandLine;

namespace CsrGraph.Benchmarks;

/// <summary>The verb <c>scale</c>.</summary>
internal static class ScaleCommand
{
    public static Command Create()
    {
        var stores = new Argument<string[]>("stores") { Description = "SQLite files, the smallest first, such as csrgraph generate makes", Arity = ArgumentArity.OneOrMore };
        var rounds = SectorOptions.Rounds();
        var warmUp = SectorOptions.WarmUp();
        var command = new Command("scale", "One event by id, and 100 events with their relations, asked of stores of several sizes in turn.") { stores, rounds, warmUp };
        command.SetAction((parsed, cancellation) => ScaleBenchmark.RunAsync(
            parsed.GetRequiredValue(stores), parsed.GetRequiredValue(rounds), parsed.GetRequiredValue(warmUp), Console.Out, cancellation));
        return command;
    }
}
