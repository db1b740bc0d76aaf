using System.Text.Json;
using CsrGraph.Neo4j.Wire;
using CsrGraph.Store;
using CsrGraph.Tests.Neo4j.Harness;
using Xunit;

namespace CsrGraph.Tests.Neo4j;

public sealed class TransactionSpecs
{
    private const string Path = "/db/neo4j/query/v2/tx";
    private const string Deadlock = "Neo.TransientError.Transaction.DeadlockDetected";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Its_requests_go_to_the_member_of_the_cluster_that_holds_it()
    {
        await using var server = await FakeNeo4j.StartAsync(Answers.Begun("t1", "member-7"), Answers.Rows("[1]"), Answers.Committed("b1"));
        await using var client = server.Client();

        await using (var transaction = await client.BeginAsync(AccessMode.Write, Cancellation))
        {
            await transaction.RunAsync(Asking.Change, null, Cancellation);
            await transaction.CommitAsync(Cancellation);
        }

        var requests = server.Requests.ToArray();
        Assert.Equal([Path, $"{Path}/t1", $"{Path}/t1/commit"], requests.Select(r => r.Path));
        Assert.Equal([null, "member-7", "member-7"], requests.Select(r => r.Headers.GetValueOrDefault("neo4j-cluster-affinity")));
        Assert.Contains("\"maxExecutionTime\":120", requests[0].Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_that_is_left_is_rolled_back_at_the_same_member()
    {
        await using var server = await FakeNeo4j.StartAsync(Answers.Begun("t1", "member-7"), Answers.Json(200, ""));
        await using var client = server.Client();

        await using (await client.BeginAsync(AccessMode.Write, Cancellation))
        {
        }

        var last = server.Requests.Last();
        Assert.Equal(("DELETE", $"{Path}/t1", "member-7"), (last.Method, last.Path, last.Headers["neo4j-cluster-affinity"]));
    }

    [Fact]
    public async Task A_statement_of_it_is_not_put_again_alone()
    {
        await using var server = await FakeNeo4j.StartAsync(Answers.Begun("t1"), Answers.Error(400, Deadlock), Answers.Rows("[1]"));
        await using var client = server.Client();
        await using var transaction = await client.BeginAsync(AccessMode.Write, Cancellation);

        await Assert.ThrowsAsync<StoreUnavailableException>(() => transaction.RunAsync(Asking.Change, null, Cancellation));

        Assert.Equal(2, server.Requests.Count);
    }

    [Fact]
    public async Task Its_work_is_done_again_from_the_beginning_after_a_deadlock()
    {
        await using var server = await FakeNeo4j.StartAsync(
            Answers.Begun("t1"), Answers.Error(400, Deadlock), Answers.Json(200, ""),
            Answers.Begun("t2"), Answers.Rows("[1]"), Answers.Error(400, Deadlock), Answers.Json(200, ""),
            Answers.Begun("t3"), Answers.Rows("[1]"), Answers.Committed("b3"));
        await using var client = server.Client();

        await client.ExecuteAsync(AccessMode.Write, async (transaction, c) => await transaction.RunAsync(Asking.Change, null, c), Cancellation);

        Assert.Equal(
            [Path, $"{Path}/t1", $"{Path}/t1", Path, $"{Path}/t2", $"{Path}/t2/commit", $"{Path}/t2", Path, $"{Path}/t3", $"{Path}/t3/commit"],
            server.Requests.Select(r => r.Path));
    }

    [Fact]
    public async Task A_commit_whose_answer_was_lost_is_told_as_open_and_its_work_is_not_done_again()
    {
        await using var server = await FakeNeo4j.StartAsync(Answers.Begun("t1"), Answers.Rows("[1]"), Answers.HangUp);
        await using var client = server.Client();

        await Assert.ThrowsAsync<CommitUnknownException>(
            () => client.ExecuteAsync(AccessMode.Write, async (t, c) => await t.RunAsync(Asking.Change, null, c), Cancellation));

        Assert.Single(server.Requests, r => r.Path.EndsWith("commit", StringComparison.Ordinal));
    }

    [Fact]
    public async Task One_that_Neo4j_gave_up_is_told_as_such()
    {
        const string NotFound = "Transaction with Id: was not found. It may have timed out and therefore rolled back";
        await using var server = await FakeNeo4j.StartAsync(Answers.Begun("t1"), Answers.Error(404, "Neo.ClientError.Request.Invalid", NotFound));
        await using var client = server.Client();
        await using var transaction = await client.BeginAsync(AccessMode.Write, Cancellation);

        var error = await Assert.ThrowsAsync<StoreUnavailableException>(() => transaction.CommitAsync(Cancellation));

        Assert.IsNotType<CommitUnknownException>(error);
        Assert.Contains("has rolled the transaction back", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Own_writes_are_followed_and_each_later_one_stands_for_the_earlier_ones()
    {
        await using var server = await FakeNeo4j.StartAsync(
            Answers.Rows("[1]", """
                "bookmarks":["b1"]
                """),
            Answers.Rows("[1]"), Answers.Begun("t1"), Answers.Committed("b2"), Answers.Rows("[1]"));
        await using var client = server.Client();

        await client.WriteAsync();
        await client.NumbersAsync();
        await client.ExecuteAsync(AccessMode.Write, (_, _) => Task.CompletedTask, Cancellation);
        await client.NumbersAsync();

        Assert.Equal(["", "b1", "b1", "", "b2"], server.Requests.Select(Sent));
    }

    [Fact]
    public async Task What_a_pinned_head_needs_is_followed_until_the_next_one()
    {
        await using var server = await FakeNeo4j.StartAsync(Answers.Rows("[1]"));
        await using var client = server.Client();

        client.Follow(["h1"]);
        await client.NumbersAsync();
        client.Follow(["h2"]);
        await client.NumbersAsync();

        Assert.Equal(["h1", "h2"], server.Requests.Select(Sent));
    }

    [Fact]
    public async Task Bookmarks_of_a_database_that_is_gone_are_forgotten()
    {
        await using var server = await FakeNeo4j.StartAsync(Answers.Error(400, "Neo.ClientError.Transaction.InvalidBookmark"), Answers.Rows("[1]"));
        await using var client = server.Client();
        client.Follow(["old"]);

        await client.NumbersAsync();

        Assert.Equal(["old", ""], server.Requests.Select(Sent));
    }

    [Fact]
    public async Task A_transaction_is_begun_again_without_bookmarks_of_a_database_that_is_gone()
    {
        await using var server = await FakeNeo4j.StartAsync(
            Answers.Error(400, "Neo.ClientError.Transaction.InvalidBookmark"), Answers.Begun("t1"), Answers.Committed("b1"));
        await using var client = server.Client();
        client.Follow(["old"]);

        await client.ExecuteAsync(AccessMode.Write, (_, _) => Task.CompletedTask, Cancellation);

        Assert.Equal(["old", "", ""], server.Requests.Select(Sent));
    }

    private static string Sent(SentRequest request)
    {
        using var body = JsonDocument.Parse(request.Body);
        return body.RootElement.TryGetProperty("bookmarks", out var all) ? string.Join(' ', all.EnumerateArray().Select(b => b.GetString())) : "";
    }
}
