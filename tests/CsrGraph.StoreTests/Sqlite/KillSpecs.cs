using System.Diagnostics;
using System.Globalization;
using CliWrap;
using CliWrap.Exceptions;
using Xunit;

namespace CsrGraph.StoreTests.Sqlite;

public sealed class KillSpecs
{
    private const int Before = 500;
    private const int Loaded = 50_000;

    private static readonly int Kills =
        Environment.GetEnvironmentVariable("CSRGRAPH_SOAK") == "1" ? 200 : Environment.GetEnvironmentVariable("CSRGRAPH_FULL") == "1" ? 20 : 10;

    [Fact]
    public async Task A_load_that_is_killed_at_any_moment_leaves_the_state_before_or_after()
    {
        // How long the last whole load took from its first write decides when to kill; a kill that comes too late tells that anew, and is repeated.
        var whole = await RunAsync(null);
        Assert.Equal((true, 2), (whole.IsDone, whole.Head));
        var random = new Random(20250101);
        var (within, took) = (0, whole.Took);
        for (var tries = 0; within < Kills && tries < 2 * Kills; tries++)
        {
            var killed = await RunAsync(took * (0.02 + (0.93 * random.NextDouble())));
            if (!killed.IsDone)
            {
                within++;
                continue;
            }

            Assert.Equal(2, killed.Head);
            took = killed.Took;
        }

        Assert.True(within * 5 >= Kills * 4, $"only {within} of {Kills} kills fell between the first write and the end");
    }

    /// <summary>Loads in a process of its own, kills it so long after its first write, and looks at what it left.</summary>
    private static async Task<(bool IsDone, long Head, TimeSpan Took)> RunAsync(TimeSpan? killAfter)
    {
        using var folder = new StoreFolder();
        await using (var store = await folder.OpenAsync()) await StoreFolder.LoadAsync(store, Before);
        using var kill = new CancellationTokenSource();
        var (began, took, isDone) = (0L, TimeSpan.Zero, false);
        try
        {
            await Cli.Wrap("dotnet")
                .WithArguments([Path.Combine(AppContext.BaseDirectory, "CsrGraph.LoadProbe.dll"), folder.File, "more", Loaded.ToString(CultureInfo.InvariantCulture)])
                .WithStandardOutputPipe(PipeTarget.ToDelegate(line =>
                {
                    if (line == "writing")
                    {
                        began = Stopwatch.GetTimestamp();
                        if (killAfter is { } delay) kill.CancelAfter(delay);
                    }
                    else if (line == "done")
                    {
                        (isDone, took) = (true, Stopwatch.GetElapsedTime(began));
                    }
                }))
                .ExecuteAsync(kill.Token);
        }
        catch (OperationCanceledException) when (kill.IsCancellationRequested)
        {
            Assert.NotEqual(0, began);
        }
        catch (CommandExecutionException exception)
        {
            Assert.Fail($"the load ended by itself: {exception.Message}");
        }

        await using var left = await folder.OpenAsync();
        var head = await StoreFolder.HeadAsync(left);
        Assert.Contains(head, (long[])[1, 2]);
        Assert.Equal(head == 1 ? Before : Before + Loaded, await StoreFolder.ClaimsAsync(left, head));
        Assert.Equal(Before, await StoreFolder.ClaimsAsync(left, 1));
        Assert.Empty(await left.IntegrityCheckAsync(TestContext.Current.CancellationToken));
        await StoreFolder.ApplyAsync(left, [], head);
        return (isDone, head, took);
    }
}
