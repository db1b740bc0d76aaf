using CsrGraph.Cli.Output;
using CsrGraph.Seeding;

namespace CsrGraph.Cli;

/// <summary>The seed folder of a run, with the raw texts where they are at hand.</summary>
internal sealed class Seeds(Session session, string folder, string? sources)
{
    private readonly Progress progress = new(session);

    public string Folder => folder;

    public Task<SeedReading> ReadAsync() => progress.WhileAsync(
        $"reading {folder}", () => Task.FromResult(SeedFolder.Read(folder, session.Vocabulary, new SeedOptions(sources))));

    /// <summary>Reads the folder; where it has problems, prints them and gives null.</summary>
    public async Task<SeedGraph?> ReadOrReportAsync()
    {
        var reading = await ReadAsync();
        if (reading.Graph is not null) return reading.Graph;
        ProblemReport.Write(reading.Problems, folder, ProblemReport.Text, session.Error);
        session.Error.WriteLine($"{folder}: {Counted.Of(reading.Problems.Count, "problem")}; nothing was loaded");
        return null;
    }

    /// <summary>Writes the spans that are missing.</summary>
    /// <exception cref="WrongUsageException">The raw texts are not named.</exception>
    public Task<SpanWriting> WriteSpansAsync() => progress.WhileAsync("looking for quotes", () => Task.FromResult(SpanWriter.Write(folder, RawTexts)));

    /// <summary>Finds a quote in the raw text of a document.</summary>
    /// <exception cref="WrongUsageException">The raw texts are not named.</exception>
    public QuotePlaces Locate(string document, string quote) => QuoteLocator.Locate(folder, RawTexts, document, quote);

    /// <summary>True where the folder is there and its files are not those of this hash.</summary>
    public bool DiffersFrom(string? hash) => SeedFolder.Hash(folder) is { } own && own != hash;

    private string RawTexts => sources ?? throw new WrongUsageException("this needs the raw texts: name their folder with --sources");
}
