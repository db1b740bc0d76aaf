using System.Globalization;

namespace CsrGraph.Benchmarks.Measuring;

/// <summary>What this process has taken of the machine.</summary>
internal static class OwnProcess
{
    /// <summary>The processors' time, in the program and in the system for it; other processes change little of it.</summary>
    public static TimeSpan Processor() => Environment.CpuUsage.TotalTime;

    /// <summary>The most memory of its own, in bytes, without files that are mapped, while something is done; 0 where the system does not tell.</summary>
    public static async Task<long> MostMemoryAsync(Func<Task> work)
    {
        using var stop = new CancellationTokenSource();
        var watching = Task.Run(() => WatchAsync(stop.Token), CancellationToken.None);
        await work();
        await stop.CancelAsync();
        return await watching;
    }

    private static async Task<long> WatchAsync(CancellationToken stop)
    {
        var most = Memory();
        while (!stop.IsCancellationRequested)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(20), stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            most = Math.Max(most, Memory());
        }

        return most;
    }

    private static long Memory()
    {
        const string Status = "/proc/self/status";
        const string Field = "RssAnon:";
        if (!File.Exists(Status)) return 0;
        var line = File.ReadLines(Status).First(l => l.StartsWith(Field, StringComparison.Ordinal));
        return long.Parse(line[Field.Length..].Replace("kB", "", StringComparison.Ordinal).Trim(), CultureInfo.InvariantCulture) * 1024;
    }
}
