using System.Diagnostics;
using System.Globalization;
using CliWrap;
using CliWrap.Exceptions;
using CsrGraph.LoadProbe;
using CsrGraph.Store;
using CsrGraph.StoreTests.Harness;
using Xunit;

namespace CsrGraph.StoreTests.Neo4j;

public sealed class KillSpecs
{
    private const int Before = 2_000;
    private const int Loaded = 50_000;

    private static readonly int Kills =
        Environment.GetEnvironmentVariable("CSRGRAPH_SOAK") == "1" ? 200 : Environment.GetEnvironmentVariable("CSRGRAPH_FULL") == "1" ? 20 : 10;

    [Fact]
    public async Task A_load_that_is_killed_at_any_moment_leaves_the_state_before_or_after()
    {
        await using var database = await OneDatabase.EmptyAsync();

        // How long a whole load takes from its first write decides when to kill; a kill that comes too late tells nothing.
        var whole = await RunAsync(database, null);
        Assert.True(whole.IsDone);
        var random = new Random(20250101);
        var within = 0;
        for (var i = 0; i < Kills; i++)
        {
            var killed = await RunAsync(database, whole.Took * (0.02 + (0.93 * random.NextDouble())));
            if (!killed.IsDone) within++;
        }

        Assert.True(within * 5 >= Kills * 4, $"only {within} of {Kills} kills fell between the first write and the end");
    }

    /// <summary>
    /// In a process of its own takes back what stands and loads something else, kills it so long after its first write, and looks at what it left.
    /// </summary>
    private static async Task<(bool IsDone, TimeSpan Took)> RunAsync(OneDatabase database, TimeSpan? killAfter)
    {
        var head = await PrepareAsync(database);
        using var kill = new CancellationTokenSource();
        var (began, took, isDone) = (0L, TimeSpan.Zero, false);
        try
        {
            await Cli.Wrap("dotnet")
                .WithArguments([Path.Combine(AppContext.BaseDirectory, "CsrGraph.LoadProbe.dll"), "neo4j", "more", Text(Loaded), Text(Before)])
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

        await using var left = await OneDatabase.OpenAsync();
        var now = await left.HeadAsync(TestContext.Current.CancellationToken);
        Assert.Contains(now, isDone ? [head + 1] : (long[])[head, head + 1]);
        var expected = now == head ? Before : Loaded;
        Assert.Equal(expected, await OneDatabase.ClaimsAsync(left, now));
        Assert.Equal(Before, await OneDatabase.ClaimsAsync(left, head));

        // The next one takes the number that the dead one had: whatever were left of it would count now.
        await OneDatabase.ApplyAsync(left, [new Change.EntityAdded(Make.Person($"person:{now}", "Next"))], now);
        Assert.Equal(expected, await OneDatabase.ClaimsAsync(left, now + 1));
        Assert.Equal(expected, await database.NumberAsync($"MATCH (:CsrGraph)-[r:{MadeGraph.Type}]->(:CsrGraph) RETURN count(r)"));
        Assert.Equal(expected, await database.NumberAsync("MATCH (c:CsrGraph:Claim) WHERE c.retractedIn IS NULL RETURN count(c)"));
        Assert.Equal(expected, await database.NumberAsync("MATCH (:CsrGraph)-[r:EVIDENCED_BY]->(:CsrGraph) RETURN count(r)"));
        Assert.Equal(0, await database.NumberAsync("MATCH (n:CsrGraph) WHERE n:Batch OR n.addedIn > " + Text(now + 1) + " RETURN count(n)"));
        return (isDone, took);
    }

    /// <summary>What stands before a load; made anew where the last one came through.</summary>
    private static async Task<long> PrepareAsync(OneDatabase database)
    {
        if (await database.NumberAsync("MATCH (c:CsrGraph:Claim) RETURN count(c)") != Before)
        {
            await Neo4jDatabase.EmptyAsync(TestContext.Current.CancellationToken);
            await using var made = await OneDatabase.OpenAsync();
            await OneDatabase.LoadAsync(made, Before);
        }

        return await database.NumberAsync("MATCH (s:CsrGraph {id: 'store'}) RETURN s.head");
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
