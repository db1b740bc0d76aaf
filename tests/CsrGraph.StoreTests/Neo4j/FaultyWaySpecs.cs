using System.Text.Json;
using CsrGraph.LoadProbe;
using CsrGraph.Neo4j;
using CsrGraph.Store;
using CsrGraph.StoreTests.Harness;
using Xunit;

namespace CsrGraph.StoreTests.Neo4j;

/// <summary>Loads over a way on which requests and answers are lost, and into a server that refuses some.</summary>
public sealed class FaultyWaySpecs
{
    private static readonly Passage[] Turns = [Passage.Free, Passage.Lost, Passage.Free, Passage.Cut, Passage.Free, Passage.Deadlock];

    [Fact]
    public async Task A_load_of_which_each_second_request_fails_is_whole_and_counts_once()
    {
        await using var database = await OneDatabase.EmptyAsync();
        var asked = 0;
        var met = new Dictionary<Passage, int>();
        await using (var proxy = new FaultyProxy(Neo4jDatabase.Options!.Address, Next))
        {
            await LoadAsync(proxy);
        }

        await AssertWholeAsync(database);
        Assert.All(Turns, turn => Assert.True(met[turn] > 5, $"{turn} only {met.GetValueOrDefault(turn)} times"));

        Passage Next(string body)
        {
            lock (met)
            {
                var turn = Turns[asked++ % Turns.Length];
                met[turn] = met.GetValueOrDefault(turn) + 1;
                return turn;
            }
        }
    }

    [Fact]
    public async Task What_is_too_large_for_the_servers_memory_is_sent_in_smaller_parts()
    {
        const int Most = 100;
        await using var database = await OneDatabase.EmptyAsync();
        var refused = 0;
        await using (var proxy = new FaultyProxy(Neo4jDatabase.Options!.Address, Fitting))
        {
            await LoadAsync(proxy);
        }

        await AssertWholeAsync(database);
        Assert.True(refused > 10, $"only {refused} were too large");

        Passage Fitting(string body)
        {
            if (Rows(body) <= Most) return Passage.Free;
            Interlocked.Increment(ref refused);
            return Passage.Memory;
        }

        static int Rows(string body)
        {
            var parameters = JsonElement.Parse(body).GetProperty("parameters");
            return parameters.TryGetProperty("rows", out var rows) ? rows.GetArrayLength() : 0;
        }
    }

    private static async Task LoadAsync(FaultyProxy proxy)
    {
        var options = Neo4jDatabase.Options! with { Address = proxy.Address, RetryDelay = TimeSpan.FromMilliseconds(5) };
        await using var store = await Neo4jGraphStore.OpenAsync(options, TestContext.Current.CancellationToken);
        Assert.Equal(1, (await OneDatabase.LoadAsync(store, 2_500)).Number);
        Assert.Equal(2, (await OneDatabase.ApplyAsync(store, new MadeGraph(2_500).Retractions().Concat(new MadeGraph(1_500, "more").Changes()), 1)).Number);
    }

    private static async Task AssertWholeAsync(OneDatabase database)
    {
        var first = Sum(default, new MadeGraph(2_500).Changes());
        var second = Sum(Sum(default, new MadeGraph(2_500).Changes().OfType<Change.EntityAdded>()), new MadeGraph(1_500, "more").Changes());
        await using var store = await OneDatabase.OpenAsync();
        Assert.Equal(2, await store.HeadAsync(TestContext.Current.CancellationToken));
        Assert.Equal(first, await StoreChecksum.OfAsync(store, 1, TestContext.Current.CancellationToken));
        Assert.Equal(second, await StoreChecksum.OfAsync(store, 2, TestContext.Current.CancellationToken));
        Assert.Empty(await store.IntegrityCheckAsync(TestContext.Current.CancellationToken));
        Assert.Equal(0, await database.NumberAsync("MATCH (n:CsrGraph:Batch) RETURN count(n)"));
        Assert.Equal(1, await database.NumberAsync("MATCH (s:CsrGraph {id: 'store'}) WHERE s.settled = 2 RETURN count(s)"));
    }

    private static StoreChecksum Sum(StoreChecksum sum, IEnumerable<Change> changes) => changes.Aggregate(sum, (s, change) => s.With(change));
}
