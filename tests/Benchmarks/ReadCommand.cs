using System.CommandLine;

namespace CsrGraph.Benchmarks;

/// <summary>The verb <c>read</c>.</summary>
internal static class ReadCommand
{
    public static Command Create()
    {
        var servers = new Argument<string[]>("servers") { Description = "NAME=ADDRESS of each server, such as sqlite=http://127.0.0.1:5080/graphql", Arity = ArgumentArity.OneOrMore };
        var cookbook = new Option<string>("--cookbook") { Description = "The cookbook whose questions are asked", DefaultValueFactory = _ => Path.Combine("docs", "cookbook.md") };
        var rounds = SectorOptions.Rounds();
        var command = new Command("read", "The cookbook's questions and searches, p50 and p99, asked of running servers in turn.") { servers, cookbook, rounds };
        command.SetAction((parsed, cancellation) => ReadBenchmark.RunAsync(
            [.. parsed.GetRequiredValue(servers).Select(Server)], parsed.GetRequiredValue(cookbook), parsed.GetRequiredValue(rounds), Console.Out, cancellation));
        return command;
    }

    /// <summary>Reads <c>NAME=ADDRESS</c>.</summary>
    public static (string Name, Uri Address) Server(string text)
    {
        var parts = text.Split('=', 2);
        return parts.Length == 2 ? (parts[0], new Uri(parts[1])) : throw new FormatException($"'{text}' is not NAME=ADDRESS");
    }
}
