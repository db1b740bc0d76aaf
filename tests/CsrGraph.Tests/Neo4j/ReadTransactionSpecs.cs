using System.Diagnostics;
using CsrGraph.Neo4j.Wire;
using CsrGraph.Store;
using CsrGraph.Tests.Neo4j.Harness;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace CsrGraph.Tests.Neo4j;

/// <summary>Reads that closely follow each other are statements of one transaction; each is answered as in one of its own.</summary>
public sealed class ReadTransactionSpecs
{
    private const string Single = "/db/neo4j/query/v2";
    private const string Begin = "/db/neo4j/query/v2/tx";
    private const string First = "/db/neo4j/query/v2/tx/t1";
    private const string Second = "/db/neo4j/query/v2/tx/t2";

    private const string NotFound = "Transaction with Id: \\\"t1\\\" was not found. It may have timed out and therefore rolled back";

    // Longer than any other deadline.
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(1);

    // After which a test that waits in vain fails.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_second_of_two_reads_begins_one_and_the_next_ones_go_on_in_it()
    {
        await using var server = await FakeNeo4j.StartAsync(
            Answers.Rows("[1]"), Answers.BegunWithRows("t1", "[2]", "member-7"), Answers.Rows("[3]"), Answers.Rows("[4]"));
        await using var client = Client(server);

        Assert.Equal([1, 2, 3, 4], await ReadAsync(client, 4));

        var requests = server.Requests.ToArray();
        Assert.Equal([Single, Begin, First, First], requests.Select(r => r.Path));
        Assert.Equal([null, null, "member-7", "member-7"], requests.Select(r => r.Headers.GetValueOrDefault("neo4j-cluster-affinity")));
        Assert.All(requests, r => Assert.Contains("csrgraphRequest", r.Body, StringComparison.Ordinal));
        Assert.Contains("\"accessMode\":\"READ\",\"maxExecutionTime\":190", requests[1].Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reads_far_apart_have_transactions_of_their_own()
    {
        await using var server = await FakeNeo4j.StartAsync(Answers.Rows("[1]"));
        await using var client = Client(server);

        for (var i = 0; i < 3; i++)
        {
            await client.NumbersAsync();
            server.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.Equal([Single, Single, Single], Paths(server));
    }

    [Fact]
    public async Task The_first_read_after_its_time_ends_it()
    {
        await using var server = await FakeNeo4j.StartAsync(
            Answers.Rows("[1]"), Answers.BegunWithRows("t1", "[2]"), Answers.Rows("[3]"), Answers.Rows("[4]"), Answers.BegunWithRows("t2", "[5]"));
        await using var client = Client(server);

        Assert.Equal([1, 2, 3], await ReadAsync(client, 3));
        server.Clock.Advance(Lifetime);
        Assert.Equal([4, 5], await ReadAsync(client, 2));

        Assert.Equal([Single, Begin, First, First + "/commit", Begin], Paths(server));
    }

    [Fact]
    public async Task One_that_nothing_follows_is_ended()
    {
        var ended = new TaskCompletionSource();
        await using var server = await FakeNeo4j.StartAsync(Answers.Rows("[1]"), Answers.BegunWithRows("t1", "[2]"), Ended(ended), Answers.Rows("[3]"));
        await using var client = Client(server);

        await ReadAsync(client, 2);
        await SweptAsync(server);
        server.Clock.PassDeadlines(Lifetime);
        await ended.Task.WaitAsync(Patience, Cancellation);

        server.Clock.Advance(Lifetime);
        Assert.Equal([3], await ReadAsync(client, 1));
        Assert.Equal([Single, Begin, First, Single], Paths(server));
        Assert.Equal("DELETE", server.Requests.ElementAt(2).Method);
    }

    [Fact]
    public async Task One_that_is_used_is_not_ended()
    {
        await using var server = await FakeNeo4j.StartAsync(Answers.Rows("[1]"), Answers.BegunWithRows("t1", "[2]"), Answers.Rows("[3]"));
        await using var client = Client(server);

        await ReadAsync(client, 2);
        for (var i = 0; i < 3; i++)
        {
            await SweptAsync(server);
            Assert.Equal([3], await ReadAsync(client, 1));
        }

        Assert.Equal([Single, Begin, First, First, First], Paths(server));
    }

    [Fact]
    public async Task Two_reads_at_once_are_in_two()
    {
        var (asked, goOn) = (new TaskCompletionSource(), new TaskCompletionSource());
        await using var server = await FakeNeo4j.StartAsync(
            Answers.Rows("[1]"),
            Answers.BegunWithRows("t1", "[2]"),
            async context =>
            {
                asked.SetResult();
                await goOn.Task;
                await Answers.Rows("[3]")(context);
            },
            Answers.BegunWithRows("t2", "[4]"),
            Answers.Rows("[5]"));
        await using var client = Client(server);
        await ReadAsync(client, 2);

        var slow = client.NumbersAsync();
        await asked.Task;
        Assert.Equal([4, 5], await ReadAsync(client, 2));
        goOn.SetResult();

        Assert.Equal([3], await slow);
        Assert.Equal([Single, Begin, First, Begin, Second], Paths(server));
    }

    [Theory]
    [InlineData("Neo.ClientError.Request.Invalid", NotFound)]
    [InlineData("Neo.ClientError.Transaction.TransactionTimedOutClientConfiguration", "The transaction has been terminated.")]
    public async Task A_read_whose_transaction_is_no_more_is_put_again_and_none_is_begun_for_a_while(string code, string message)
    {
        await using var server = await FakeNeo4j.StartAsync(
            Answers.Rows("[1]"), Answers.BegunWithRows("t1", "[2]"), Answers.Error(404, code, message), Answers.Rows("[3]"), Answers.Rows("[4]"), Answers.Rows("[5]"),
            Answers.BegunWithRows("t2", "[6]"));
        await using var client = Client(server);

        Assert.Equal([1, 2, 3, 4], await ReadAsync(client, 4));
        server.Clock.Advance(TimeSpan.FromSeconds(11));
        Assert.Equal([5, 6], await ReadAsync(client, 2));

        Assert.Equal([Single, Begin, First, Single, Single, Single, Begin], Paths(server));
        Assert.Empty(server.Clock.Waits);
    }

    [Fact]
    public async Task Rows_before_such_an_error_do_not_count()
    {
        await using var server = await FakeNeo4j.StartAsync(
            Answers.Rows("[1]"), Answers.BegunWithRows("t1", "[2]"),
            Answers.RowsThenError("[9]", "Neo.ClientError.Transaction.TransactionTimedOutClientConfiguration"), Answers.Rows("[3]"));
        await using var client = Client(server);

        Assert.Equal([1, 2, 3], await ReadAsync(client, 3));
    }

    [Fact]
    public async Task What_was_written_meanwhile_is_seen_by_a_new_one_and_the_old_one_is_ended()
    {
        var ended = new TaskCompletionSource();
        await using var server = await FakeNeo4j.StartAsync(Answers.Rows("[1]"), Answers.BegunWithRows("t1", "[2]"), Bookmarked("b1"), Answers.BegunWithRows("t2", "[3]"));
        server.OnDelete = () => ended.TrySetResult();
        await using var client = Client(server);

        await ReadAsync(client, 2);
        await client.WriteAsync();
        Assert.Equal([3], await ReadAsync(client, 1));
        await ended.Task.WaitAsync(Patience, Cancellation);

        Assert.Equal([Single, Begin, Single, Begin], Paths(server));
        Assert.Contains("\"bookmarks\":[\"b1\"]", server.Requests.Last().Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_an_error_it_is_ended_and_another_is_begun()
    {
        await using var server = await FakeNeo4j.StartAsync(
            Answers.Rows("[1]"), Answers.BegunWithRows("t1", "[2]"), Answers.Error(400, "Neo.ClientError.Statement.SyntaxError"), Answers.BegunWithRows("t2", "[3]"), Answers.Rows("[4]"));
        var ended = new TaskCompletionSource();
        server.OnDelete = () => ended.TrySetResult();
        await using var client = Client(server);

        await ReadAsync(client, 2);
        await Assert.ThrowsAsync<Neo4jException>(() => client.NumbersAsync());
        Assert.Equal([3, 4], await ReadAsync(client, 2));
        await ended.Task.WaitAsync(Patience, Cancellation);

        Assert.Equal([Single, Begin, First, Begin, Second], Paths(server));
    }

    [Fact]
    public async Task A_read_that_is_cut_is_put_again_in_another_and_its_own_is_ended()
    {
        var ended = new TaskCompletionSource();
        await using var server = await FakeNeo4j.StartAsync(Answers.Rows("[1]"), Answers.BegunWithRows("t1", "[2]"), Answers.Cut("[9],[9]"), Answers.BegunWithRows("t2", "[3]"));
        server.OnDelete = () => ended.TrySetResult();
        await using var client = Client(server);

        Assert.Equal([1, 2, 3], await ReadAsync(client, 3));
        await ended.Task.WaitAsync(Patience, Cancellation);

        Assert.Equal([Single, Begin, First, Begin], Paths(server));
    }

    [Fact]
    public async Task The_one_of_a_cancelled_read_is_ended_once_the_read_is()
    {
        var (asked, ended) = (new TaskCompletionSource(), new TaskCompletionSource<int>());
        using var patience = new CancellationTokenSource();
        await using var server = await FakeNeo4j.StartAsync(Answers.Rows("[1]"), Answers.BegunWithRows("t1", "[2]"), Answers.Silence(asked), Answers.BegunWithRows("t2", "[3]"));
        server.OnDelete = () => ended.TrySetResult(server.Terminations.Count);
        await using var client = Client(server);
        await ReadAsync(client, 2);

        var read = client.NumbersAsync(patience.Token);
        await asked.Task;
        await patience.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => read);
        Assert.Equal(1, await ended.Task.WaitAsync(Patience, Cancellation));

        Assert.Equal([3], await ReadAsync(client, 1));
        Assert.Equal([Single, Begin, First, Begin], Paths(server));
    }

    [Fact]
    public async Task A_read_with_a_deadline_of_its_own_has_one_of_its_own()
    {
        await using var server = await FakeNeo4j.StartAsync(Answers.Rows("[1]"), Answers.BegunWithRows("t1", "[2]"), Answers.Rows("[3]"), Answers.Rows("[4]"));
        await using var client = Client(server);
        await ReadAsync(client, 2);

        var patient = Asking.Question with { Deadline = TimeSpan.FromMinutes(7) };
        Assert.Equal([3], await client.ReadAsync(patient, () => new List<long>(), Asking.Number, Cancellation));
        Assert.Equal([4], await ReadAsync(client, 1));

        Assert.Equal([Single, Begin, Single, First], Paths(server));
    }

    [Fact]
    public async Task Those_that_are_open_are_ended_with_the_client()
    {
        await using var server = await FakeNeo4j.StartAsync(Answers.Rows("[1]"), Answers.BegunWithRows("t1", "[2]"));
        var deleted = 0;
        server.OnDelete = () => deleted++;
        await using (var client = Client(server)) await ReadAsync(client, 2);

        Assert.Equal(1, deleted);
    }

    [Fact]
    public async Task One_begun_without_an_id_is_an_error()
    {
        await using var server = await FakeNeo4j.StartAsync(Answers.Rows("[1]"));
        await using var client = Client(server);

        await client.NumbersAsync();
        var error = await Assert.ThrowsAsync<StoreUnavailableException>(() => client.NumbersAsync());

        Assert.Contains("without an id", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_real_server_answers_many_threads_each_its_own()
    {
        await using var client = RealNeo4j.Client();

        await Parallel.ForEachAsync(Enumerable.Range(0, 2000), Cancellation, async (i, c) =>
        {
            var question = new Cypher("UNWIND [$i, $i + 1] AS n RETURN n", json => json.WriteNumber("i", i));
            Assert.Equal([i, i + 1], await client.ReadAsync(question, () => new List<long>(), Asking.Number, c));
        });
    }

    [Fact]
    public async Task A_real_server_shows_the_next_read_what_another_client_has_written()
    {
        var label = "Wire" + Guid.NewGuid().ToString("N");
        await using var client = RealNeo4j.Client();
        await using var other = RealNeo4j.Client();

        for (var i = 0; i < 20; i++)
        {
            Assert.Equal(i, await client.NumberAsync($"MATCH (n:{label}) RETURN count(n)"));
            await other.RunAsync(new Cypher($"CREATE (:{label})"), AccessMode.Write, null, Cancellation);
        }

        await other.RunAsync(new Cypher($"MATCH (n:{label}) DELETE n"), AccessMode.Write, null, Cancellation);
    }

    [Fact]
    public async Task One_that_is_open_keeps_nobody_from_making_an_index()
    {
        var label = "Wire" + Guid.NewGuid().ToString("N");
        await using var client = new Neo4jClient(RealNeo4j.Options() with { ReadTransactionLifetime = Lifetime });
        await using var other = RealNeo4j.Client();
        var making = Stopwatch.StartNew();

        for (var i = 0; i < 3; i++) Assert.Equal(0, await client.NumberAsync($"MATCH (n:{label}) RETURN count(n)"));
        await other.RunAsync(new Cypher($"CREATE INDEX {label} FOR (n:{label}) ON (n.x)"), AccessMode.Write, null, Cancellation);
        await other.RunAsync(new Cypher($"DROP INDEX {label}"), AccessMode.Write, null, Cancellation);

        Assert.InRange(making.Elapsed, TimeSpan.Zero, Patience);
    }

    private static Neo4jClient Client(FakeNeo4j server) => server.Client(o => o with { ReadTransactionLifetime = Lifetime });

    private static RequestDelegate Bookmarked(string bookmark) => Answers.Rows("[1]", $"""
        "bookmarks":["{bookmark}"]
        """);

    private static RequestDelegate Ended(TaskCompletionSource ended) => async context =>
    {
        await Answers.Json(200, "")(context);
        ended.SetResult();
    };

    private static IEnumerable<string> Paths(FakeNeo4j server) => server.Requests.Select(r => r.Path);

    private static async Task SweptAsync(FakeNeo4j server)
    {
        server.Clock.PassDeadlines(Lifetime);
        await server.Clock.DeadlineAsync(Lifetime, Cancellation).WaitAsync(Patience, Cancellation);
    }

    private static async Task<List<long>> ReadAsync(Neo4jClient client, int times)
    {
        var numbers = new List<long>();
        for (var i = 0; i < times; i++) numbers.AddRange(await client.NumbersAsync());
        return numbers;
    }
}
