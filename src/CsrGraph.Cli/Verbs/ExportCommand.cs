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
        var part = new ExportOptions(invocation);
        var target = new Option<string?>("--out") { Description = "The file; a file that is there is kept, unless --force. Standard output where nothing is said", HelpName = "FILE" };
        var force = new Option<bool>("--force") { Description = "Puts the export in the place of a file that is there" };
        var store = VerbOptions.Store(invocation);
        return new Verb("export", "Takes the graph, or a part of it, away: for Gephi, notebooks, spreadsheets, other graph stores, or another csrgraph.")
        {
            Options = { format, part.Around, part.Projection, part.Filter, part.OverFilter, part.MinWeight, part.ValidAt, part.KnownAt, target, force, store.Store, store.Neo4jFile },
            Examples =
            [
                "csrgraph export --format jsonl --out graph.jsonl && csrgraph load graph.jsonl --store copy.db",
                "csrgraph export --format csv --around org:tencent org:baidu --out two-firms.zip",
                "csrgraph export --format gexf --projection SIGNED:ORGANISATION:PLEDGE --out who-signs-with-whom.gexf",
                "csrgraph export --format csv --projection SPOKE_AT:PERSON:EVENT --over-filter '{\"date\": {\"from\": \"2018-01-01\"}}' --out recent-speakers.zip",
            ],
            ExitCodes =
            [
                (ExitCode.BadInput, "there is no such entity, projection, filter, day or change-set, or the file is there already"),
                (ExitCode.Unavailable, "the store cannot be reached, or the file cannot be written; there is no half file"),
            ],
        }.Does(async (parsed, cancellation) =>
        {
            var name = parsed.GetRequiredValue(format);
            if (!ExportFormat.TryFind(name, out var wanted)) throw new WrongUsageException($"there is no format '{name}': it is one of {ExportFormat.Names}");
            var request = part.Read(parsed, wanted);
            var path = parsed.GetValue(target);
            if (path is not null) OutFile.Require(path, store.Name(parsed));
            if (path is not null && File.Exists(path) && !parsed.GetValue(force)) throw new BadInputException($"'{path}' is there already: name another file, or say --force");
            await using var opened = await store.OpenAsync(parsed, StoreNeed.Existing, cancellation);
            var export = await part.OpenAsync(parsed, request, opened.Store, BulkChanges.ScratchOf(store.Name(parsed)), cancellation);
            if (path is null)
            {
                await WriteOutAsync(invocation, export, wanted, cancellation);
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

    private static async Task WriteOutAsync(Invocation invocation, GraphExport export, ExportFormat format, CancellationToken cancellation)
    {
        try
        {
            await using var output = invocation.Terminal.OpenOut();
            await export.WriteAsync(format, output, cancellation);
        }
        catch (IOException e)
        {
            throw new StoreUnavailableException($"standard output cannot be written, so the export is not whole: see to the room on its disk ({e.Message})", e);
        }
    }
}
