using System.Text.Json;
using CsrGraph.Neo4j.Wire;
using CsrGraph.Store;
using CsrGraph.Tests.Neo4j.Harness;
using Xunit;

namespace CsrGraph.Tests.Neo4j;

/// <summary>What the made server shows is what a real one does.</summary>
public sealed class RealServerSpecs
{
    // Nodes of a test's own, which no other test reads.
    private readonly string label = "Wire" + Guid.NewGuid().ToString("N");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_says_who_it_is()
    {
        await using var client = RealNeo4j.Client();

        var server = await client.DiscoverAsync(Cancellation);

        Assert.NotEmpty(server.Version);
        Assert.Equal(1, await client.NumberAsync("RETURN 1"));
    }

    [Fact]
    public async Task Many_rows_of_every_length_come_whole_and_in_order()
    {
        await using var client = RealNeo4j.Client();
        var question = new Cypher("UNWIND range(0, 20000) AS i RETURN i, substring('企业社会责任', i % 6) AS text, range(0, i % 50) AS list, i % 3 = 0");

        var rows = await client.ReadAsync(question, () => new List<(long, string, int)>(), Take, Cancellation);

        Assert.Equal(20001, rows.Count);
        Assert.All(rows.Index(), row => Assert.Equal((row.Index, "企业社会责任"[(row.Index % 6)..], (row.Index % 50) + 1), row.Item));

        static void Take(ref Utf8JsonReader row, List<(long, string, int)> rows)
        {
            using var values = JsonDocument.ParseValue(ref row);
            rows.Add((values.RootElement[0].GetInt64(), values.RootElement[1].GetString()!, values.RootElement[2].GetArrayLength()));
        }
    }

    [Fact]
    public async Task A_row_of_megabytes_comes_whole()
    {
        await using var client = RealNeo4j.Client();

        var lengths = await client.ReadAsync(new Cypher("RETURN range(1, 500000) AS list UNION ALL RETURN [7] AS list"), () => new List<int>(), Take, Cancellation);

        Assert.Equal([500000, 1], lengths);

        static void Take(ref Utf8JsonReader row, List<int> lengths)
        {
            using var values = JsonDocument.ParseValue(ref row);
            lengths.Add(values.RootElement[0].GetArrayLength());
        }
    }

    [Fact]
    public async Task An_error_after_rows_is_an_error()
    {
        await using var client = RealNeo4j.Client();

        var error = await Assert.ThrowsAsync<Neo4jException>(() => client.NumberAsync("UNWIND range(1, 5) AS x RETURN 1 / (x - 3)"));

        Assert.Equal("Neo.ClientError.Statement.ArithmeticError", error.Code);
    }

    [Fact]
    public async Task Typed_values_keep_their_type()
    {
        await using var client = RealNeo4j.Client();
        var question = new Cypher(
            "RETURN valueType($float), valueType($whole), valueType($day), valueType($text), valueType($yes), valueType($list), valueType($none)",
            json =>
            {
                json.WriteTypedFloat("float", 1.0);
                json.WriteTypedInteger("whole", long.MaxValue);
                json.WriteTypedDate("day", new DateOnly(2024, 2, 29));
                json.WriteTypedString("text", "企业");
                json.WriteTypedBoolean("yes", true);
                json.WriteTypedList("list", [1L, 2L], static (json, value) => json.WriteTypedInteger(null, value));
                json.WriteTypedString("none", null);
            }) { IsTyped = true };

        var types = await client.ReadAsync(question, () => new List<string>(), Take, Cancellation);

        Assert.Equal(
            ["FLOAT NOT NULL", "INTEGER NOT NULL", "DATE NOT NULL", "STRING NOT NULL", "BOOLEAN NOT NULL", "LIST<INTEGER NOT NULL> NOT NULL", "NULL"],
            types);

        static void Take(ref Utf8JsonReader row, List<string> types)
        {
            using var values = JsonDocument.ParseValue(ref row);
            types.AddRange(values.RootElement.EnumerateArray().Select(value => value.GetProperty("_value").GetString()!));
        }
    }

    [Fact]
    public async Task A_transaction_counts_once_it_is_committed_and_not_before()
    {
        await using var client = RealNeo4j.Client();
        await using (var left = await client.BeginAsync(AccessMode.Write, Cancellation))
        {
            await left.RunAsync(new Cypher($"CREATE (:{label})"), null, Cancellation);
            Assert.Equal(0, await CountAsync(client));
        }

        Assert.Equal(0, await CountAsync(client));
        await using (var kept = await client.BeginAsync(AccessMode.Write, Cancellation))
        {
            var summary = await kept.RunAsync(new Cypher($"UNWIND [1, 2] AS n CREATE (:{label})") { WantsCounters = true }, null, Cancellation);
            await kept.CommitAsync(Cancellation);
            Assert.Equal(2, summary.Counters["nodesCreated"]);
        }

        Assert.Equal(2, await CountAsync(client));
        Assert.NotEmpty(client.Bookmarks);
        await client.RunAsync(new Cypher($"MATCH (n:{label}) DELETE n"), AccessMode.Write, null, Cancellation);
    }

    [Fact]
    public async Task Two_writers_that_block_each_other_both_end_well()
    {
        await using var client = RealNeo4j.Client();
        await client.RunAsync(new Cypher($"UNWIND ['a', 'b'] AS name CREATE (:{label} {{name: name, count: 0}})"), AccessMode.Write, null, Cancellation);
        using var bothHoldOne = new Barrier(2);
        var begun = 0;

        await Task.WhenAll(Task.Run(() => RaiseAsync("a", "b"), Cancellation), Task.Run(() => RaiseAsync("b", "a"), Cancellation));

        Assert.Equal(4, await client.NumberAsync($"MATCH (n:{label}) RETURN sum(n.count)"));
        Assert.True(begun > 2, "the writers never met");
        await client.RunAsync(new Cypher($"MATCH (n:{label}) DELETE n"), AccessMode.Write, null, Cancellation);

        Task RaiseAsync(string first, string second)
        {
            var isFirstAttempt = true;
            return client.ExecuteAsync(AccessMode.Write, WorkAsync, Cancellation);

            async Task WorkAsync(Neo4jTransaction transaction, CancellationToken c)
            {
                Interlocked.Increment(ref begun);
                await transaction.RunAsync(Raise(first), null, c);
                if (isFirstAttempt) bothHoldOne.SignalAndWait(c);
                isFirstAttempt = false;
                await transaction.RunAsync(Raise(second), null, c);
            }
        }

        Cypher Raise(string name) => new(
            $"MATCH (n:{label} {{name: $name}}) SET n.count = n.count + 1", json => json.WriteString("name", name));
    }

    [Fact]
    public async Task A_transaction_ends_in_Neo4j_once_its_time_is_over()
    {
        await using var client = new Neo4jClient(RealNeo4j.Options() with { WriteDeadline = TimeSpan.FromSeconds(1) });
        await using var transaction = await client.BeginAsync(AccessMode.Read, Cancellation);
        var endless = new Cypher("UNWIND range(1, 100000000000) AS i WITH i WHERE i < 0 RETURN count(*)") { Deadline = Timeout.InfiniteTimeSpan };

        var error = await Assert.ThrowsAsync<StoreUnavailableException>(() => transaction.RunAsync(endless, null, Cancellation));

        Assert.Contains("ended the transaction: it took too long", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_write_that_is_asked_as_a_read_is_refused()
    {
        await using var client = RealNeo4j.Client();

        var error = await Assert.ThrowsAsync<Neo4jException>(
            () => client.RunAsync(new Cypher($"CREATE (:{label})"), AccessMode.Read, null, Cancellation));

        Assert.Equal("Neo.ClientError.Statement.AccessMode", error.Code);
    }

    [Fact]
    public async Task An_unknown_database_is_named()
    {
        await using var client = new Neo4jClient(RealNeo4j.Options() with { Database = "nosuch" });

        var error = await Assert.ThrowsAsync<StoreUnavailableException>(() => client.NumberAsync("RETURN 1"));

        Assert.Contains("has no database 'nosuch': mend NEO4J_DATABASE", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_password_is_told_and_after_some_the_rate_limit_without_showing_it()
    {
        await using var system = await UserAsync("CHANGE NOT REQUIRED");
        await using var client = new Neo4jClient(RealNeo4j.Options() with { Username = label, Password = "wrong-password-7" });

        var messages = new List<string>();
        for (var attempt = 0; attempt < 5; attempt++)
            messages.Add((await Assert.ThrowsAsync<StoreUnavailableException>(() => client.NumberAsync("RETURN 1"))).ToString());

        await system.RunAsync(new Cypher($"DROP USER {label}"), AccessMode.Write, null, Cancellation);
        Assert.Contains($"does not let the user '{label}' in: mend NEO4J_USERNAME and NEO4J_PASSWORD", messages[0], StringComparison.Ordinal);
        Assert.Contains("lets nobody in for some seconds", messages[^1], StringComparison.Ordinal);
        Assert.All(messages, message => Assert.DoesNotContain("wrong-password-7", message, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_password_that_was_never_changed_is_told()
    {
        await using var system = await UserAsync("CHANGE REQUIRED");
        await using var client = new Neo4jClient(RealNeo4j.Options() with { Username = label, Password = "first-password-7" });

        var error = await Assert.ThrowsAsync<StoreUnavailableException>(() => client.NumberAsync("RETURN 1"));

        await system.RunAsync(new Cypher($"DROP USER {label}"), AccessMode.Write, null, Cancellation);
        Assert.Contains($"the password of the user '{label}'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cancelled_statement_ends_in_Neo4j_too()
    {
        await using var watcher = RealNeo4j.Client();
        using var patience = new CancellationTokenSource();
        await using (var client = RealNeo4j.Client())
        {
            var endless = client.ReadAsync(
                new Cypher($"UNWIND range(1, 100000000000) AS {label} WITH {label} WHERE {label} < 0 RETURN count(*)") { Deadline = Timeout.InfiniteTimeSpan },
                () => new List<long>(), Asking.Number, patience.Token);
            while (await RunningAsync(watcher) == 0) Cancellation.ThrowIfCancellationRequested();
            await patience.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => endless);
        }

        // The test fails by its own deadline where this never comes.
        while (await RunningAsync(watcher) > 0) Cancellation.ThrowIfCancellationRequested();
    }

    private async Task<Neo4jClient> UserAsync(string change)
    {
        var system = new Neo4jClient(RealNeo4j.Options() with { Database = "system" });
        await system.RunAsync(new Cypher($"CREATE USER {label} SET PASSWORD 'first-password-7' {change}"), AccessMode.Write, null, Cancellation);
        return system;
    }

    private Task<long> CountAsync(Neo4jClient client) => client.NumberAsync($"MATCH (n:{label}) RETURN count(n)");

    private Task<long> RunningAsync(Neo4jClient client) => client.NumberAsync(
        $"SHOW TRANSACTIONS YIELD currentQuery, status WHERE currentQuery CONTAINS 'range(1, 100000000000) AS {label}' AND status = 'Running' "
        + $"AND NOT currentQuery STARTS WITH 'SHOW' RETURN count(*)");
}
