using CsrGraph.Cli.Output;
using CsrGraph.Seeding;
using CsrGraph.Seeding.Bulk;

namespace CsrGraph.Cli;

/// <summary>The seed folder of a run, with the raw texts where they are at hand.</summary>
internal sealed class Seeds(Invocation invocation, string folder, string? sources)
{
    private readonly Progress progress = new(invocation);

    public string Folder => folder;

    /// <summary>True where the folder may be too large to be held in memory.</summary>
    public bool IsBulk => SeedFolder.IsBulk(folder);

    /// <summary>Reads the folder for what it comes to; its problems name files as seen from where the command runs.</summary>
    public async Task<SeedSummary> CheckAsync(CancellationToken cancellation)
    {
        var work = new WorkProgress();
        var summary = await progress.WhileAsync(
            work, () => Task.FromResult(SeedFolder.Check(folder, invocation.Vocabulary, new SeedOptions(sources), work, cancellation)));
        return summary with { Problems = [.. summary.Problems.Select(Placed)] };
    }

    /// <summary>Reads the folder; where it has problems, prints them and gives null.</summary>
    public async Task<SeedGraph?> ReadOrReportAsync()
    {
        var reading = await progress.WhileAsync(
            $"reading {folder}", () => Task.FromResult(SeedFolder.Read(folder, invocation.Vocabulary, new SeedOptions(sources))));
        if (reading.Graph is null) Report(reading.Problems);
        return reading.Graph;
    }

    /// <summary>Reads a folder of any size into a scratch folder; where it has problems, prints them and gives null.</summary>
    public async Task<BulkSeed?> ReadBulkOrReportAsync(string scratch, CancellationToken cancellation)
    {
        var work = new WorkProgress();
        var seed = await progress.WhileAsync(
            work, () => Task.FromResult(BulkSeed.Read(folder, invocation.Vocabulary, new SeedOptions(sources), new BulkOptions(scratch), work, cancellation)));
        if (seed.Summary.Problems.Count == 0) return seed;
        seed.Dispose();
        Report(seed.Summary.Problems);
        return null;
    }

    /// <summary>Writes the spans that are missing.</summary>
    /// <exception cref="WrongUsageException">The raw texts are not named.</exception>
    /// <exception cref="BadInputException">A file cannot be written.</exception>
    public async Task<SpanWriting> WriteSpansAsync()
    {
        var texts = RawTexts;
        try
        {
            return await progress.WhileAsync("looking for quotes", () => Task.FromResult(SpanWriter.Write(folder, texts)));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new BadInputException($"the spans cannot be written: {e.Message}");
        }
    }

    /// <summary>Finds a quote in the raw text of a document.</summary>
    /// <exception cref="WrongUsageException">The raw texts are not named.</exception>
    public QuotePlaces Locate(string document, string quote)
    {
        var places = QuoteLocator.Locate(folder, RawTexts, document, quote);
        return places with { Problems = [.. places.Problems.Select(Placed)] };
    }

    /// <summary>True where the folder is there and its files are not those of this hash.</summary>
    public bool DiffersFrom(string? hash) => SeedFolder.Hash(folder) is { } own && own != hash;

    private void Report(IReadOnlyList<Problem> problems)
    {
        ProblemReport.Write([.. problems.Select(Placed)], ProblemReport.Text, invocation.Error);
        invocation.Error.WriteLine($"{folder}: {Counted.Of(problems.Count, "problem")}; nothing was loaded");
    }

    // A folder that is meant as a whole is already named as it was given.
    private Problem Placed(Problem problem) => problem.File == folder || problem.File == sources
        ? problem
        : problem with { File = Path.Combine(folder, problem.File).Replace('\\', '/') };

    private string RawTexts => sources ?? throw new WrongUsageException("this needs the raw texts: name their folder with --sources");
}
