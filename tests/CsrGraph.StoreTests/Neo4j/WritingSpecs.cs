using CsrGraph.LoadProbe;
using CsrGraph.Store;
using CsrGraph.StoreTests.Harness;
using Xunit;

namespace CsrGraph.StoreTests.Neo4j;

public sealed class WritingSpecs
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task While_one_writes_another_is_refused_with_who_that_is()
    {
        await using var database = await OneDatabase.EmptyAsync();
        await using var store = await OneDatabase.OpenAsync();
        await using var second = await OneDatabase.OpenAsync();
        StoreBusyException? refusal = null;
        async IAsyncEnumerable<Change> Changes()
        {
            foreach (var change in new MadeGraph(10).Changes())
            {
                refusal ??= await Assert.ThrowsAsync<StoreBusyException>(() => OneDatabase.ApplyAsync(second, []));
                yield return change;
            }
        }

        await OneDatabase.ApplyAsync(store, Changes(), 0);
        Assert.Contains($"process {Environment.ProcessId} on {Environment.MachineName}, since 2", refusal!.Message, StringComparison.Ordinal);
        Assert.Equal(2, (await OneDatabase.ApplyAsync(second, [], 1)).Number);
    }

    [Theory]
    [InlineData("999999999 {0} 2025-01-01T00:00:00Z x", 60_000, true)]
    [InlineData("1 elsewhere 2025-01-01T00:00:00Z x", -1, true)]
    [InlineData("1 elsewhere 2025-01-01T00:00:00Z x", 60_000, false)]
    public async Task A_lease_counts_until_it_runs_out_or_its_process_is_known_to_be_gone(string holder, int milliseconds, bool isTaken)
    {
        await using var database = await OneDatabase.EmptyAsync();
        await using var store = await OneDatabase.OpenAsync();
        var name = string.Format(null, holder, Environment.MachineName);
        await database.WriteAsync($"MATCH (s:CsrGraph {{id: 'store'}}) SET s.holder = '{name}', s.leaseUntil = timestamp() + {milliseconds}");
        if (isTaken) Assert.Equal(1, (await OneDatabase.ApplyAsync(store, [])).Number);
        if (isTaken) return;
        var refusal = await Assert.ThrowsAsync<StoreBusyException>(() => OneDatabase.ApplyAsync(store, []));
        Assert.Contains("process 1 on elsewhere", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_writer_who_was_thought_dead_writes_nothing_more()
    {
        await using var database = await OneDatabase.EmptyAsync();
        await using var store = await OneDatabase.OpenAsync();
        await using var other = await OneDatabase.OpenAsync();
        await OneDatabase.LoadAsync(store, 50);
        var sent = 0;
        async IAsyncEnumerable<Change> Changes()
        {
            foreach (var change in new MadeGraph(50).Retractions().Concat(new MadeGraph(3_000, "late").Changes()))
            {
                if (change is Change.ClaimAdded && sent++ == 2_500)
                {
                    await database.WriteAsync("MATCH (s:CsrGraph {id: 'store'}) SET s.leaseUntil = 0");
                    await OneDatabase.ApplyAsync(other, new MadeGraph(20, "other").Changes(), 1);
                }

                yield return change;
            }
        }

        var refusal = await Assert.ThrowsAsync<StoreBusyException>(() => OneDatabase.ApplyAsync(store, Changes(), 1));
        Assert.Contains("another writer took over", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(2, await other.HeadAsync(Cancellation));
        Assert.Equal(70, await OneDatabase.ClaimsAsync(other, 2));
        Assert.Equal(70, await database.NumberAsync("MATCH (c:CsrGraph:Claim) WHERE c.retractedIn IS NULL RETURN count(c)"));
        Assert.Equal(0, await database.NumberAsync("MATCH (n:CsrGraph) WHERE n.addedIn > 2 OR n.retractedIn IS NOT NULL RETURN count(n)"));
    }

    [Fact]
    public async Task What_was_published_and_not_settled_is_answered_all_the_same_and_settled_when_the_store_is_opened()
    {
        await using var database = await OneDatabase.EmptyAsync();
        await using (var store = await OneDatabase.OpenAsync())
        {
            await OneDatabase.LoadAsync(store, 50);
            await OneDatabase.ApplyAsync(store, new MadeGraph(50).Retractions().Concat(new MadeGraph(30, "more").Changes()), 1);
        }

        await database.WriteAsync(
            $"MATCH (s:CsrGraph {{id: 'store'}}) SET s.settled = 1, s.settling = 2 "
            + $"WITH s MATCH (a:CsrGraph)-[x:RETRACTED_{MadeGraph.Type}]->(b) WITH a, x, b LIMIT 20 CREATE (a)-[y:{MadeGraph.Type}]->(b) SET y = properties(x) DELETE x");
        await using var opened = await OneDatabase.OpenAsync();
        Assert.Equal(30, await OneDatabase.ClaimsAsync(opened, 2));
        Assert.Equal(50, await OneDatabase.ClaimsAsync(opened, 1));
        await OneDatabase.ApplyAsync(opened, [], 2);
        Assert.Equal(30, await database.NumberAsync($"MATCH (:CsrGraph)-[r:{MadeGraph.Type}]->(:CsrGraph) RETURN count(r)"));
        Assert.Equal(1, await database.NumberAsync("MATCH (s:CsrGraph {id: 'store'}) WHERE s.settled = 3 AND s.settling IS NULL RETURN count(s)"));
    }

    [Fact]
    public async Task A_settling_that_lacks_its_last_step_is_ended_when_the_store_is_opened()
    {
        const string Settling = "MATCH (s:CsrGraph {id: 'store'}) WHERE s.settling IS NOT NULL RETURN count(s)";
        await using var database = await OneDatabase.EmptyAsync();
        await using (var store = await OneDatabase.OpenAsync()) await OneDatabase.LoadAsync(store, 50);
        await database.WriteAsync("MATCH (s:CsrGraph {id: 'store'}) SET s.settling = s.settled");
        await using var opened = await OneDatabase.OpenAsync();
        for (var asked = 0; asked < 300 && await database.NumberAsync(Settling) == 1; asked++) await Task.Delay(100, Cancellation);
        Assert.Equal(0, await database.NumberAsync(Settling));
        Assert.Equal(50, await OneDatabase.ClaimsAsync(opened, 1));
    }

    [Fact]
    public async Task Nodes_that_a_failed_first_load_named_hinder_nobody()
    {
        await using var database = await OneDatabase.EmptyAsync();
        await using var store = await OneDatabase.OpenAsync();
        var claim = Make.Relation("org:alpha", "SIGNED", "pledge:green");
        IEnumerable<Change> failing = [new Change.ClaimAdded(claim, Make.Order(1)), new Change.EvidenceRetracted(claim.Id, Make.Words("doc-a", 1))];
        await Assert.ThrowsAsync<InvalidOperationException>(() => OneDatabase.ApplyAsync(store, failing));
        await OneDatabase.ApplyAsync(store, [new Change.EntityAdded(Sample.Alpha)]);
        Assert.Equal("Alpha", (await store.EntitiesAsync(["org:alpha"], new AsOf(1), Cancellation))[0]!.Name);
    }

    [Fact]
    public async Task Entities_that_a_change_set_does_not_touch_are_not_counted_again_unless_nobody_knows_which_it_touched()
    {
        const string Counter = $"count_{MadeGraph.Type}_out";
        const string Wrong = $"MATCH (n:CsrGraph {{{Counter}: 99}}) RETURN count(n)";
        var (first, second) = (new MadeGraph(50, "first"), new MadeGraph(50, "second"));
        await using var database = await OneDatabase.EmptyAsync();
        await using (var store = await OneDatabase.OpenAsync())
        {
            await OneDatabase.ApplyAsync(store, first.Changes());
            await OneDatabase.ApplyAsync(store, second.Changes(), 1);
            await database.WriteAsync($"MATCH (n:CsrGraph:Organisation) SET n.{Counter} = 99");
            await OneDatabase.ApplyAsync(store, second.Retractions(), 2);
        }

        Assert.Equal(first.Organisations, await database.NumberAsync(Wrong));
        Assert.Equal(0, await database.NumberAsync($"MATCH (n:CsrGraph {{id: '{second.Organisation(0)}'}}) WHERE n.{Counter} > 0 RETURN count(n)"));
        await database.WriteAsync("MATCH (s:CsrGraph {id: 'store'}) SET s.settled = 2, s.settling = 3");
        await using var opened = await OneDatabase.OpenAsync();
        await OneDatabase.ApplyAsync(opened, [], 3);
        Assert.Equal(0, await database.NumberAsync(Wrong));
    }
}
