using CsrGraph.Cli.Output;
using CsrGraph.Seeding;

namespace CsrGraph.Cli;

/// <summary>The seed folder of a run, with the raw texts where they are at hand.</summary>
internal sealed class Seeds(Invocation invocation, string folder, string? sources)
{
    private readonly Progress progress = new(invocation);

    public string Folder => folder;

    /// <summary>Reads the folder; its problems name files as seen from where the command runs.</summary>
    public async Task<SeedReading> ReadAsync()
    {
        var reading = await progress.WhileAsync(
            $"reading {folder}", () => Task.FromResult(SeedFolder.Read(folder, invocation.Vocabulary, new SeedOptions(sources))));
        return reading with { Problems = [.. reading.Problems.Select(Placed)] };
    }

    /// <summary>Reads the folder; where it has problems, prints them and gives null.</summary>
    public async Task<SeedGraph?> ReadOrReportAsync()
    {
        var reading = await ReadAsync();
        if (reading.Graph is not null) return reading.Graph;
        ProblemReport.Write(reading.Problems, ProblemReport.Text, invocation.Error);
        invocation.Error.WriteLine($"{folder}: {Counted.Of(reading.Problems.Count, "problem")}; nothing was loaded");
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

    // A folder that is meant as a whole is already named as it was given.
    private Problem Placed(Problem problem) => problem.File == folder || problem.File == sources
        ? problem
        : problem with { File = Path.Combine(folder, problem.File).Replace('\\', '/') };

    private string RawTexts => sources ?? throw new WrongUsageException("this needs the raw texts: name their folder with --sources");
}
