using System.Diagnostics;
using System.Globalization;
using CsrGraph.Benchmarks.Measuring;

namespace CsrGraph.Benchmarks.Walks;

/// <summary>How long walks of one sort took, and what they read.</summary>
internal sealed class WalkTimes(string name)
{
    private readonly Samples times = new();
    private readonly Samples processor = new();
    private readonly List<long> rows = [];

    public double Median => times.Median;

    /// <summary>Takes the time of a walk, which tells how many rows it read.</summary>
    public async Task AddAsync(Func<Task<long>> walk)
    {
        var (start, spent) = (Stopwatch.GetTimestamp(), OwnProcess.Processor());
        var read = await walk();
        times.Add(Stopwatch.GetElapsedTime(start));
        processor.Add(OwnProcess.Processor() - spent);
        rows.Add(read);
    }

    /// <summary>The headings of <see cref="Row"/>.</summary>
    public static string[] Headings { get; } = ["", "walks", "p50 ms", "p99 ms", "p50 processor ms", "p50 rows", "p99 rows", "most rows"];

    public string[] Row()
    {
        long[] sorted = [.. rows.Order()];
        string At(double share) => sorted[Math.Min(sorted.Length - 1, (int)(sorted.Length * share))].ToString(CultureInfo.InvariantCulture);
        return [name, times.Count.ToString(CultureInfo.InvariantCulture), Table.Time(times.Median), Table.Time(times.P99), Table.Time(processor.Median), At(0.5), At(0.99), At(1)];
    }
}
