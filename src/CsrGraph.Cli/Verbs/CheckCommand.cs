using System.CommandLine;
using CsrGraph.Cli.Output;
using CsrGraph.Cli.Settings;
using CsrGraph.Cli.Stores;
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
        return new Verb("check", "Reads a seed folder and reports everything that is wrong with it, all at once. Loads nothing.")
        {
            Options = { sources, format, writeSpans, store },
            Arguments = { folder },
            Examples = ["csrgraph check seed --sources ../shared/sources", "csrgraph check --format github", "csrgraph check --store data/csrgraph.db"],
            ExitCodes = [(ExitCode.BadInput, "the folder or the store has problems, or the folder cannot be read")],
        }.Does((parsed, cancellation) => parsed.GetResult(store) is { Implicit: false }
            ? CheckStoreAsync(invocation, parsed.GetValue(store) ?? invocation.Settings[Setting.Store], cancellation)
            : CheckAsync(
            invocation,
            new Seeds(invocation, parsed.GetRequiredValue(folder), parsed.GetValue(sources)),
            parsed.GetRequiredValue(format),
            parsed.GetValue(writeSpans),
            cancellation));
    }

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

    private static async Task<int> CheckStoreAsync(Invocation invocation, string name, CancellationToken cancellation)
    {
        var neo4jFile = invocation.Settings[Setting.Neo4jFile] is { Length: > 0 } file ? file : null;
        await using var opened = await OpenStore.OpenAsync(name, StoreNeed.Existing, neo4jFile, invocation.Variable, cancellation);
        var faults = await opened.FaultsAsync(cancellation);
        foreach (var fault in faults) invocation.Out.WriteLine(fault);
        if (faults.Count > 0)
        {
            invocation.Error.WriteLine($"{name}: {Counted.Of(faults.Count, "fault")}; put a copy back that 'csrgraph backup' made, or load the seeds anew");
            return ExitCode.BadInput;
        }

        invocation.Out.WriteLine($"{name}: change-set {await opened.HeadAsync(cancellation)}, no faults");
        return ExitCode.Done;
    }

    private static string Described(SeedSummary summary) => string.Join(
        ", ",
        Counted.Of(summary.Documents, "document"),
        Counted.Of(summary.Claims, "claim"),
        summary.Entities == 1 ? "1 entity" : $"{summary.Entities} entities");
}
