using System.CommandLine;
using System.Globalization;
using CsrGraph.Cli.Output;
using CsrGraph.Cli.Stores;
using CsrGraph.Generation;
using CsrGraph.Store;

namespace CsrGraph.Cli.Verbs;

/// <summary><c>csrgraph generate</c>: makes up a sector, into a seed folder or a store.</summary>
internal static class GenerateCommand
{
    private const string Author = "csrgraph generate";

    public static Verb Create(Invocation invocation)
    {
        var entities = Number("--entities", "How many entities, documents not counted", "N", 1000);
        var claims = Number("--claims", "How many different claims", "M", 10_000);
        var seed = Number("--seed", "Which sector: the same numbers give the same one on every machine", "S", 1);
        var folder = new Option<string?>("--out") { Description = "Writes a seed folder, which must be empty or not there yet", HelpName = "FOLDER" };
        var store = new Option<string?>("--store")
        {
            Description = "Fills a store that is empty, with two change-sets: the sector, and corrections of it",
            HelpName = "PATH",
        };
        var edition = Number("--edition", "With --out: 1 is the sector, 2 the same with corrections, which retract claims when loaded after 1", "1|2", 1);
        var sources = new Option<string?>("--sources")
        {
            Description = "With --out: writes the made-up raw texts as well, so that check can prove every span",
            HelpName = "DIR",
        };
        var verb = new Verb("generate", "Makes up a sector that looks like a real one, for tests and trials. Every document says that it is made up (虚构).")
        {
            Options = { entities, claims, seed, folder, store, edition, sources },
            Examples =
            [
                "csrgraph generate --entities 1000 --claims 10000 --seed 7 --out made && csrgraph check made",
                "csrgraph generate --entities 100000 --claims 1000000 --store data/made.db",
            ],
            ExitCodes =
            [
                (ExitCode.BadInput, "the folder or the store is not empty, or the folder cannot be written"),
                (ExitCode.Unavailable, "the store cannot be reached, is full, or somebody else is loading"),
            ],
        };
        return verb.Does(async (parsed, cancellation) =>
        {
            var isFolder = parsed.GetValue(folder) is not null;
            if (isFolder == parsed.GetValue(store) is not null) throw new WrongUsageException("say where to: either --out FOLDER or --store PATH");
            if (parsed.GetValue(edition) is not (1 or 2)) throw new WrongUsageException("--edition is 1 or 2");
            if (!isFolder && (IsGiven(parsed, edition) || IsGiven(parsed, sources))) throw new WrongUsageException("--edition and --sources go with --out");
            if (SectorSize.Refusal(parsed.GetValue(entities), parsed.GetValue(claims)) is { } refusal) throw new WrongUsageException(refusal);
            var size = new SectorSize(parsed.GetValue(entities), parsed.GetValue(claims), parsed.GetValue(seed));
            if (parsed.GetValue(folder) is { } target)
            {
                var of = parsed.GetValue(edition) == 1 ? Edition.First : Edition.Corrected;
                await WriteAsync(invocation, size, of, target, parsed.GetValue(sources), cancellation);
            }
            else
            {
                await ApplyAsync(invocation, size, parsed.GetValue(store)!, cancellation);
            }

            return ExitCode.Done;
        });
    }

    private static async Task WriteAsync(
        Invocation invocation, SectorSize size, Edition edition, string folder, string? sources, CancellationToken cancellation)
    {
        try
        {
            var written = await new Progress(invocation).WhileAsync(
                $"writing {folder}",
                () => Task.FromResult(MadeFolder.Write(new MadeSector(size), edition, folder, sources, invocation.Vocabulary, cancellation)));
            var (documents, lines) = (Counted.Of(written.Documents, "document"), Counted.Of(written.Lines, "claim"));
            invocation.Out.WriteLine($"{folder}: {documents}, {lines}, {written.Entities} entities, all made up");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new BadInputException($"{e.Message}; name a folder that is empty or not there yet");
        }
    }

    private static async Task ApplyAsync(Invocation invocation, SectorSize size, string path, CancellationToken cancellation)
    {
        await using var opened = await OpenStore.OpenAsync(path, StoreNeed.Made, null, invocation.Variable, cancellation);
        if (await opened.HeadAsync(cancellation) > 0)
        {
            throw new BadInputException($"the store {path} is not empty; made-up claims are not mixed with others, so name a new one");
        }

        var sector = new MadeSector(size);
        var what = string.Create(CultureInfo.InvariantCulture, $"made up (虚构): {size.Entities} entities, {size.Claims} claims, seed {size.Seed}");
        await ApplyAsync(invocation, opened, what, sector.Changes(invocation.Vocabulary), cancellation);
        await ApplyAsync(invocation, opened, $"corrections, {what}", sector.Corrections(invocation.Vocabulary), cancellation);
    }

    private static async Task ApplyAsync(
        Invocation invocation, OpenStore opened, string message, IEnumerable<Change> changes, CancellationToken cancellation)
    {
        var changeSet = new NewChangeSet(await opened.HeadAsync(cancellation), invocation.Time.GetUtcNow(), Author, message, null);
        var applied = await new Progress(invocation).WhileAsync(
            "applying", () => opened.Store.ApplyAsync(changeSet, changes.ToAsyncEnumerable(), cancellation));
        invocation.Out.WriteLine($"change-set {applied.Number}: claims +{applied.Added} -{applied.Retracted}, {message}");
    }

    private static Option<int> Number(string name, string description, string helpName, int value) =>
        new(name) { Description = description, HelpName = helpName, DefaultValueFactory = _ => value };

    private static bool IsGiven(ParseResult parsed, Option option) => parsed.GetResult(option) is { Implicit: false };
}
