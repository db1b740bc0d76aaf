using System.CommandLine;
using System.CommandLine.Parsing;
using CsrGraph.Cli.Output;
using CsrGraph.Cli.Settings;
using CsrGraph.Seeding;

namespace CsrGraph.Cli.Verbs;

/// <summary><c>csrgraph check</c>: reads a seed folder and reports everything that is wrong with it.</summary>
internal static class CheckCommand
{
    public static Verb Create(Invocation invocation)
    {
        var folder = VerbOptions.Folder(invocation);
        var sources = VerbOptions.Sources(invocation);
        var format = new Option<string>("--format")
        {
            Description = "How problems are printed; github makes annotations of a workflow",
            HelpName = "text|github|json",
            DefaultValueFactory = _ => ProblemReport.Text,
        };
        format.AcceptOnlyFromAmong(ProblemReport.Text, ProblemReport.GitHub, ProblemReport.Json);
        var writeSpans = new Option<bool>("--write-spans") { Description = "First writes the spans that are missing into the files; needs --sources" };
        var store = new Option<string?>("--store")
        {
            Description = "Goes through a store instead of a folder (the one that is set, where none is named), and names what is broken in it",
            HelpName = "PATH",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var neo4jFile = VerbOptions.Store(invocation).Neo4jFile;
        return new Verb("check", "Reads a seed folder and reports everything that is wrong with it, all at once. Loads nothing.")
        {
            Options = { sources, format, writeSpans, store, neo4jFile },
            Arguments = { folder },
            Examples = ["csrgraph check seed --sources ../shared/sources", "csrgraph check --format github", "csrgraph check --store data/csrgraph.db"],
            ExitCodes =
            [
                (ExitCode.BadInput, "the folder or the store has problems, or the folder cannot be read"),
                (ExitCode.Unavailable, "the store cannot be reached"),
            ],
        }.Does((parsed, cancellation) =>
        {
            if (IsGiven(parsed.GetResult(store)))
            {
                if (IsGiven(parsed.GetResult(folder)) || IsGiven(parsed.GetResult(writeSpans)) || IsGiven(parsed.GetResult(sources)) || IsGiven(parsed.GetResult(format)))
                {
                    throw new WrongUsageException("check goes through either a folder or a store: --store goes with --neo4j-env alone");
                }

                return StoreCheck.RunAsync(invocation, parsed.GetValue(store) ?? invocation.Settings[Setting.Store], parsed.GetValue(neo4jFile), cancellation);
            }

            return CheckAsync(
                invocation,
                new Seeds(invocation, parsed.GetRequiredValue(folder), parsed.GetValue(sources)),
                parsed.GetRequiredValue(format),
                parsed.GetValue(writeSpans),
                cancellation);
        });
    }

    private static bool IsGiven(SymbolResult? result) => result is OptionResult { Implicit: false } or ArgumentResult { Implicit: false };

    private static async Task<int> CheckAsync(Invocation invocation, Seeds seeds, string format, bool writeSpans, CancellationToken cancellation)
    {
        if (writeSpans) invocation.Error.WriteLine($"{Counted.Of((await seeds.WriteSpansAsync()).Written, "span")} written");
        var summary = await seeds.CheckAsync(cancellation);
        ProblemReport.Write(summary.Problems, format, invocation.Out);
        if (summary.Problems.Count == 0)
        {
            if (format == ProblemReport.Text) invocation.Out.WriteLine($"{seeds.Folder}: {Described(summary)}, no problems");
            return ExitCode.Done;
        }

        invocation.Error.WriteLine($"{seeds.Folder}: {Counted.Of(summary.Problems.Count, "problem")}");
        return ExitCode.BadInput;
    }

    private static string Described(SeedSummary summary) => string.Join(
        ", ",
        Counted.Of(summary.Documents, "document"),
        Counted.Of(summary.Claims, "claim"),
        summary.Entities == 1 ? "1 entity" : $"{summary.Entities} entities");
}
