using System.Globalization;
using CsrGraph.LoadProbe;
using CsrGraph.Neo4j;
using CsrGraph.Store;
using CsrGraph.StoreTests.Harness;
using Xunit;

namespace CsrGraph.StoreTests.Neo4j;

public sealed class KillSpecs
{
    private const int Before = 2_000;

    // Of a load's time, what comes after its last change was taken: the last batches, publishing, settling.
    private const double Tail = 0.1;

    // Where there is little time, fewer kills of smaller loads; by CSRGRAPH_SOAK the real thing.
    private static readonly (int Kills, int Loaded) Size =
        IsSet("CSRGRAPH_SOAK") ? (200, 50_000) : IsSet("CSRGRAPH_FULL") ? (20, 20_000) : (10, 10_000);

    private static readonly StoreChecksum Old = Sum(default, new MadeGraph(Before).Changes());

    private static readonly StoreChecksum New = Sum(
        Sum(default, new MadeGraph(Before).Changes().OfType<Change.EntityAdded>()), new MadeGraph(Size.Loaded, "more").Changes());

    private static readonly int Changes =
        new MadeGraph(Before).Retractions().Count() + new MadeGraph(Size.Loaded, "more").Changes().Count();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_load_that_is_killed_at_any_moment_leaves_the_state_before_or_after()
    {
        await using var database = await OneDatabase.EmptyAsync();
        var seed = Random.Shared.Next();
        var random = new Random(seed);
        var (within, published) = (0, 0);
        for (var i = 0; i < Size.Kills; i++)
        {
            // Each moment is by chance, and together they are spread over the whole load. The next load begins where this one was left.
            var part = (i + random.NextDouble()) / Size.Kills;
            var head = await PrepareAsync(database);
            var load = part < 1 - Tail
                ? await KilledLoad.RunAsync((int)(Changes * part / (1 - Tail)), TimeSpan.FromMilliseconds(random.Next(100)), Size.Loaded, Before)
                : await KilledLoad.RunAsync(2 * Tail * random.NextDouble(), Size.Loaded, Before);
            if (!load.IsDone) within++;
            if (await CheckAsync(database, head, load.IsDone) && !load.IsDone) published++;
        }

        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{Size.Kills} kills of loads of {Size.Loaded} claims, {within} of them between a load's first write and its end, {published} of these after it was published; seed {seed}");
        Assert.True(within * 5 >= Size.Kills * 4, $"only {within} of {Size.Kills} kills fell between the first write and the end");
    }

    /// <summary>Looks at what a load left, beside the clearing up that opening begins, and again after the next change-set.</summary>
    /// <returns>True where it was published.</returns>
    private static async Task<bool> CheckAsync(OneDatabase database, long head, bool isDone)
    {
        await using var left = await OneDatabase.OpenAsync();
        var now = await left.HeadAsync(Cancellation);
        Assert.Contains(now, isDone ? [head + 1] : (long[])[head, head + 1]);
        var isPublished = now > head;
        var people = head - 1;
        await AssertStandsAsync(left, now, isPublished ? New : Old, people);
        if (isPublished) await AssertStandsAsync(left, head, Old, people);

        // The next one takes the number that the dead one had: whatever were left of it would count now.
        await OneDatabase.ApplyAsync(left, [Person(people + 1)], now);
        await AssertStandsAsync(left, now + 1, isPublished ? New : Old, people + 1);
        var claims = isPublished ? Size.Loaded : Before;
        Assert.Equal(claims, await database.NumberAsync($"MATCH (:CsrGraph)-[r:{MadeGraph.Type}]->(:CsrGraph) RETURN count(r)"));
        Assert.Equal(claims, await database.NumberAsync("MATCH (c:CsrGraph:Claim) WHERE c.retractedIn IS NULL RETURN count(c)"));
        Assert.Equal(claims, await database.NumberAsync("MATCH (:CsrGraph)-[r:EVIDENCED_BY]->(:CsrGraph) RETURN count(r)"));
        Assert.Equal(0, await database.NumberAsync("MATCH (n:CsrGraph) WHERE n:Batch OR n.addedIn > " + Text(now + 1) + " RETURN count(n)"));
        return isPublished;
    }

    private static async Task AssertStandsAsync(Neo4jGraphStore store, long head, StoreChecksum graph, long people)
    {
        for (var number = 1; number <= people; number++) graph = graph.With(Person(number));
        Assert.Equal(graph, await StoreChecksum.OfAsync(store, head, Cancellation));
    }

    /// <summary>What stands before a load; made anew where the last one came through.</summary>
    private static async Task<long> PrepareAsync(OneDatabase database)
    {
        if (await database.NumberAsync("MATCH (c:CsrGraph:Claim) RETURN count(c)") != Before)
        {
            await Neo4jDatabase.EmptyAsync(Cancellation);
            await using var made = await OneDatabase.OpenAsync();
            await OneDatabase.LoadAsync(made, Before);
        }

        return await database.NumberAsync("MATCH (s:CsrGraph {id: 'store'}) RETURN s.head");
    }

    private static Change.EntityAdded Person(long number) => new(Make.Person($"person:{number}", "Next"));

    private static StoreChecksum Sum(StoreChecksum sum, IEnumerable<Change> changes) => changes.Aggregate(sum, (s, change) => s.With(change));

    private static bool IsSet(string variable) => Environment.GetEnvironmentVariable(variable) == "1";

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
