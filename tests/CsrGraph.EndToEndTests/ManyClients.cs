using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using CsrGraph.Tests;
using Xunit;

namespace CsrGraph.EndToEndTests;

/// <summary>Sixty-four clients at once, each with the cookbook's questions in an order of its own, for as long as there is time.</summary>
internal static partial class ManyClients
{
    private const int Clients = 64;

    // Ten minutes by CSRGRAPH_SOAK, half a minute by CSRGRAPH_FULL.
    private static readonly TimeSpan Time = TimeSpan.FromSeconds(IsSet("CSRGRAPH_SOAK") ? 600 : IsSet("CSRGRAPH_FULL") ? 30 : 2);

    /// <summary>Each gets the same answers as one alone, and the server does not grow.</summary>
    public static async Task AssertServedAsync(Serving serving)
    {
        var questions = Questions();
        var expected = new List<string>();
        foreach (var question in questions) expected.Add((await serving.AskAsync(question)).GetRawText());
        Assert.DoesNotContain(expected, e => e.Contains("\"errors\"", StringComparison.Ordinal));

        var clock = Stopwatch.StartNew();
        var wrong = new ConcurrentQueue<string>();
        var answers = 0L;
        var clients = Enumerable.Range(0, Clients).Select(client => Task.Run(async () =>
        {
            for (var i = client; clock.Elapsed < Time; i++)
            {
                var answer = (await serving.AskAsync(questions[i % questions.Count])).GetRawText();
                if (answer != expected[i % questions.Count]) wrong.Enqueue(answer);
                Interlocked.Increment(ref answers);
            }
        }));
        var memory = MemoryAsync(serving.ProcessId, clock);
        await Task.WhenAll(clients);

        Assert.Empty(wrong);
        var readings = await memory;
        TestContext.Current.TestOutputHelper?.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{answers} answers in {clock.Elapsed.TotalSeconds:0} s; memory {string.Join(", ", readings.Select(kB => kB >> 10))} MB"));
        Assert.True(answers > Clients, $"only {answers} answers");
        AssertFlat(readings);
    }

    // The second quarter is after the warm-up; what leaks shows in the last one.
    private static void AssertFlat(List<long> kilobytes)
    {
        if (Time < TimeSpan.FromSeconds(30)) return;
        var early = kilobytes[(kilobytes.Count / 4)..(kilobytes.Count / 2)].Max();
        var late = kilobytes[(kilobytes.Count * 3 / 4)..].Min();
        Assert.True(late <= early * 1.15, $"from {early >> 10} to {late >> 10} MB");
    }

    private static async Task<List<long>> MemoryAsync(int process, Stopwatch clock)
    {
        var readings = new List<long>();
        while (clock.Elapsed < Time)
        {
            await Task.Delay(Time / 40, TestContext.Current.CancellationToken);
            if (OperatingSystem.IsLinux()) readings.Add(Memory.Resident(process));
        }

        return readings;
    }

    private static List<string> Questions() =>
        [.. Question().Matches(File.ReadAllText(Path.Combine(SharedFiles.RepositoryRoot(), "docs", "cookbook.md"))).Select(m => m.Groups[1].Value)];

    private static bool IsSet(string variable) => Environment.GetEnvironmentVariable(variable) == "1";

    [GeneratedRegex("```graphql\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Question();
}
