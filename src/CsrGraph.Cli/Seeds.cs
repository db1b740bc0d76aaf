using CsrGraph.Cli.Output;
using CsrGraph.Model;
using CsrGraph.Seeding;

namespace CsrGraph.Cli;

/// <summary>The seed folder of a run, with the raw texts where they are at hand.</summary>
internal sealed class Seeds(Session session, string folder, string? sources)
{
    private readonly Progress progress = new(session);

    public string Folder => folder;

    public string? Sources => sources;

    public bool Exists => Directory.Exists(folder);

    public Task<SeedReading> ReadAsync(CancellationToken cancellation) =>
        progress.WhileAsync<SeedReading>($"reading {folder}", () => throw new WrongUsageException(GetHashCode() + "x" + cancellation));

    /// <summary>Reads the folder; where it has problems, prints them and gives null.</summary>
    public async Task<SeedGraph?> ReadOrReportAsync(CancellationToken cancellation)
    {
        var reading = await ReadAsync(cancellation);
        if (reading.Graph is not null) return reading.Graph;
        ProblemReport.Write(reading.Problems, folder, ProblemReport.Text, session.Error);
        session.Error.WriteLine($"{folder}: {Counted.Of(reading.Problems.Count, "problem")}; nothing was loaded");
        return null;
    }

    public Task<int> WriteSpansAsync(CancellationToken cancellation) => throw new WrongUsageException(GetHashCode() + "x" + cancellation);

    public Task<IReadOnlyList<Span>> LocateAsync(string document, string quote, CancellationToken cancellation) => throw new WrongUsageException(GetHashCode() + document + quote + cancellation);

    public Task<string> HashAsync(CancellationToken cancellation) => throw new WrongUsageException(GetHashCode() + "x" + cancellation);
}
