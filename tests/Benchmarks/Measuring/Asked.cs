using System.Globalization;
using System.Text.Json;

namespace CsrGraph.Benchmarks.Measuring;

/// <summary>What became of one question that one contender was asked again and again.</summary>
/// <param name="contender">Who is asked.</param>
/// <param name="question">What is asked.</param>
internal sealed class Asked(Contender contender, BenchmarkQuestion question)
{
    private TimeSpan spent;

    /// <summary>How long the answers took, those of the warm-up not among them.</summary>
    public Samples Times { get; } = new();

    /// <summary>The first error that was answered, after which the question was not asked again; null where every answer was one.</summary>
    public string? Refusal { get; private set; }

    /// <summary>Asks once more, unless that was refused before or the time for it has run out.</summary>
    /// <param name="round">Which round it is.</param>
    /// <param name="isWarmUp">The time that it takes is none of the question's times.</param>
    /// <param name="budget">The time for all rounds; null for as long as they take.</param>
    /// <param name="least">How many rounds there are whatever they take.</param>
    /// <param name="cancellation">Gives up.</param>
    public void Ask(int round, bool isWarmUp, TimeSpan? budget, int least, CancellationToken cancellation)
    {
        if (Refusal is not null || (spent > budget && (isWarmUp || Times.Count >= least))) return;
        var (time, answer) = contender.Ask(question, round, cancellation);
        spent += time;
        if (answer.Span.IndexOf("\"errors\""u8) >= 0) Refusal = Text(answer, time);
        if (Refusal is null && !isWarmUp) Times.Add(time);
    }

    /// <summary>Throws what was refused.</summary>
    /// <exception cref="InvalidOperationException">There was an error in place of an answer.</exception>
    public void RequireAnswers()
    {
        if (Refusal is not null) throw new InvalidOperationException($"{contender.Name}: {Refusal}");
    }

    /// <summary>The median and the 99th percentile of so many rounds, of fewer the number as well; or what was answered in their place.</summary>
    public string Cell(int rounds)
    {
        if (Refusal is not null) return Times.Count == 0 ? Refusal : string.Create(CultureInfo.InvariantCulture, $"{Refusal}; {Times.Count} answered before");
        var times = $"{Table.Time(Times.Median)}/{Table.Time(Times.P99)}";
        return Times.Count == rounds ? times : string.Create(CultureInfo.InvariantCulture, $"{times} of {Times.Count}");
    }

    // An answer may have the word in its data: only what stands as its member is an error.
    private static string? Text(ReadOnlyMemory<byte> answer, TimeSpan time)
    {
        using var json = JsonDocument.Parse(answer);
        if (!json.RootElement.TryGetProperty("errors", out var errors)) return null;
        var extensions = errors[0].GetProperty("extensions");
        var limit = extensions.TryGetProperty("limit", out var named) ? $" {named}" : "";
        return $"{extensions.GetProperty("code")}{limit} after {Table.Time(time.TotalMilliseconds)}";
    }
}
