using System.CommandLine;
using System.Text.RegularExpressions;

namespace CsrGraph.Benchmarks;

/// <summary>The verb <c>read</c>.</summary>
internal static class ReadCommand
{
    public static Command Create()
    {
        var servers = new Argument<string[]>("servers") { Description = "NAME=ADDRESS of each server, such as sqlite=http://127.0.0.1:5080/graphql", Arity = ArgumentArity.OneOrMore };
        var cookbook = new Option<string>("--cookbook") { Description = "The cookbook whose questions are asked", DefaultValueFactory = _ => Path.Combine("docs", "cookbook.md") };
        var only = new Option<string?>("--only") { Description = "A pattern of the titles of the questions that are asked, such as '^(1|12)[.]'; without it all are" };
        var rounds = SectorOptions.Rounds();
        var budget = new Option<double?>("--budget") { Description = "How many seconds of rounds each question and server has, a fifth of them to warm up; at least five rounds are asked" };
        var command = new Command("read", "The cookbook's questions and searches, p50 and p99, asked of running servers in turn; what is refused is told by its code.")
        {
            servers, cookbook, only, rounds, budget,
        };
        command.SetAction((parsed, cancellation) => ReadBenchmark.RunAsync(
            new ReadOptions(
                [.. parsed.GetRequiredValue(servers).Select(Server)],
                parsed.GetRequiredValue(cookbook),
                parsed.GetValue(only) is { } pattern ? new Regex(pattern) : null,
                parsed.GetRequiredValue(rounds),
                parsed.GetValue(budget) is { } seconds ? TimeSpan.FromSeconds(seconds) : null),
            Console.Out,
            cancellation));
        return command;
    }

    /// <summary>Reads <c>NAME=ADDRESS</c>.</summary>
    public static (string Name, Uri Address) Server(string text)
    {
        var parts = text.Split('=', 2);
        return parts.Length == 2 ? (parts[0], new Uri(parts[1])) : throw new FormatException($"'{text}' is not NAME=ADDRESS");
    }
}
