using System.CommandLine;
using CsrGraph.Cli.Output;
using CsrGraph.Cli.Stores;
using CsrGraph.Export;
using CsrGraph.Store;

namespace CsrGraph.Cli.Verbs;

/// <summary><c>csrgraph export</c>: takes the graph, or a part of it, away in a format that other programs read.</summary>
internal static class ExportCommand
{
    public static Verb Create(Invocation invocation)
    {
        var format = new Option<string>("--format") { Description = $"The format: {ExportFormat.Names}", HelpName = "F", Required = true };
        var around = new Option<string[]>("--around")
        {
            Description = "Only what is around these entities: their claims, and the relations among those that they lead to",
            HelpName = "ID",
            AllowMultipleArgumentsPerToken = true,
        };
        var projection = new Option<string?>("--projection")
        {
            Description = "Instead of the claims: who does something together, by a relation, the kind of who and the kind of what, such as SIGNED:ORGANISATION:PLEDGE. As csv, gexf, graphml or jsonl",
            HelpName = "P",
        };
        var minWeight = new Option<string?>("--min-weight") { Description = "Only edges of the projection between those who share at least so many", HelpName = "N" };
        var validAt = new Option<string?>("--valid-at") { Description = "Only claims that may have held on this day", HelpName = "DAY" };
        var knownAt = new Option<string?>("--known-at") { Description = "Only what was known then: a change-set's number, or a moment", HelpName = "T" };
        var target = new Option<string?>("--out") { Description = "The file; a file that is there is kept, unless --force. Standard output where nothing is said", HelpName = "FILE" };
        var force = new Option<bool>("--force") { Description = "Puts the export in the place of a file that is there" };
        var store = VerbOptions.Store(invocation);
        return new Verb("export", "Takes the graph, or a part of it, away: for Gephi, notebooks, spreadsheets, other graph stores, or another csrgraph.")
        {
            Options = { format, around, projection, minWeight, validAt, knownAt, target, force, store.Store, store.Neo4jFile },
            Examples =
            [
                "csrgraph export --format jsonl --out graph.jsonl && csrgraph load graph.jsonl --store copy.db",
                "csrgraph export --format csv --around org:tencent org:baidu --out two-firms.zip",
                "csrgraph export --format gexf --projection SIGNED:ORGANISATION:PLEDGE --out who-signs-with-whom.gexf",
            ],
            ExitCodes =
            [
                (ExitCode.BadInput, "there is no such entity, projection, day or change-set, or the file is there already"),
                (ExitCode.Unavailable, "the store cannot be reached, or the file cannot be written; there is no half file"),
            ],
        }.Does(async (parsed, cancellation) =>
        {
            var name = parsed.GetRequiredValue(format);
            if (!ExportFormat.TryFind(name, out var wanted)) throw new WrongUsageException($"there is no format '{name}': it is one of {ExportFormat.Names}");
            var request = Request(() => ExportRequest.Read(
                parsed.GetValue(around) ?? [], parsed.GetValue(validAt), parsed.GetValue(knownAt), parsed.GetValue(projection), parsed.GetValue(minWeight)));
            Check(wanted, request);
            var path = parsed.GetValue(target);
            if (path is not null && File.Exists(path) && !parsed.GetValue(force)) throw new BadInputException($"'{path}' is there already: name another file, or say --force");
            await using var opened = await store.OpenAsync(parsed, StoreNeed.Existing, cancellation);
            var export = await OpenAsync(invocation, opened.Store, request, BulkChanges.ScratchOf(store.Name(parsed)), cancellation);
            if (path is null)
            {
                await using var output = invocation.Terminal.OpenOut();
                await export.WriteAsync(wanted, output, cancellation);
                return ExitCode.Done;
            }

            await new Progress(invocation).WhileAsync($"writing {path}", async () =>
            {
                await NewFile.WriteAsync(path, file => export.WriteAsync(wanted, file, cancellation));
                return path;
            });
            invocation.Out.WriteLine($"{path}: {store.Name(parsed)} at change-set {export.Snapshot.Head}, {new FileInfo(path).Length} bytes");
            return ExitCode.Done;
        });
    }

    private static async Task<GraphExport> OpenAsync(Invocation invocation, IGraphStore store, ExportRequest request, string scratch, CancellationToken cancellation)
    {
        try
        {
            return await GraphExport.OpenAsync(store, invocation.Vocabulary, request, scratch, cancellation);
        }
        catch (ExportRefusedException e)
        {
            throw new BadInputException(e.Message);
        }
    }

    private static void Check(ExportFormat format, ExportRequest request)
    {
        try
        {
            format.Check(request);
        }
        catch (ExportRefusedException e)
        {
            throw new BadInputException(e.Message);
        }
    }

    private static ExportRequest Request(Func<ExportRequest> read)
    {
        try
        {
            return read();
        }
        catch (FormatException e)
        {
            throw new BadInputException(e.Message);
        }
    }
}
