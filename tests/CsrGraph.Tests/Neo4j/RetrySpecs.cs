using System.Text.Json;
using CsrGraph.Neo4j.Wire;
using CsrGraph.Store;
using CsrGraph.Tests.Neo4j.Harness;
using Xunit;

namespace CsrGraph.Tests.Neo4j;

public sealed class RetrySpecs
{
    private const string Deadlock = "Neo.TransientError.Transaction.DeadlockDetected";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Deadlock)]
    [InlineData("Neo.TransientError.General.DatabaseUnavailable")]
    [InlineData("Neo.TransientError.Transaction.LockAcquisitionTimeout")]
    [InlineData("Neo.ClientError.Cluster.NotALeader")]
    public async Task What_fails_in_passing_is_put_again_whatever_the_status_says(string code)
    {
        await using var server = await FakeNeo4j.StartAsync(Answers.Error(500, code), Answers.RowsThenError("[1]", code), Answers.Rows("[2]"));
        await using var client = server.Client();

        Assert.Equal([2], await client.NumbersAsync());
        Assert.Equal(3, server.Requests.Count);
    }

    [Fact]
    public async Task A_write_that_Neo4j_refused_in_passing_is_put_again()
    {
        await using var server = await FakeNeo4j.StartAsync(Answers.Error(400, Deadlock), Answers.Rows("[1]"));
        await using var client = server.Client();

        await client.WriteAsync();

        Assert.Equal(2, server.Requests.Count);
    }

    [Theory]
    [InlineData(400, "Neo.ClientError.Statement.SyntaxError")]
    [InlineData(503, "Neo.ClientError.Schema.ConstraintValidationFailed")]
    public async Task An_error_of_the_statement_is_told_at_once_whatever_the_status_says(int status, string code)
    {
        await using var server = await FakeNeo4j.StartAsync(Answers.Error(status, code), Answers.Rows("[1]"));
        await using var client = server.Client();

        var error = await Assert.ThrowsAsync<Neo4jException>(() => client.NumbersAsync());

        Assert.Equal(code, error.Code);
        Assert.Single(server.Requests);
    }

    [Theory]
    [InlineData("Neo.TransientError.Transaction.Terminated")]
    [InlineData("Neo.ClientError.Transaction.TransactionTimedOut")]
    [InlineData("Neo.DatabaseError.General.UnknownError")]
    public async Task What_would_fail_again_is_told_at_once(string code)
    {
        await using var server = await FakeNeo4j.StartAsync(Answers.Error(503, code), Answers.Rows("[1]"));
        await using var client = server.Client();

        await Assert.ThrowsAsync<StoreUnavailableException>(() => client.NumbersAsync());

        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task The_attempts_are_bounded_and_their_waits_grow_up_to_a_bound()
    {
        await using var server = await FakeNeo4j.StartAsync(Answers.Error(503, Deadlock));
        await using var client = server.Client(o => o with { Retries = 12 });

        await Assert.ThrowsAsync<StoreUnavailableException>(() => client.NumbersAsync());

        var waits = server.Clock.Waits.ToArray();
        Assert.Equal(13, server.Requests.Count);
        Assert.Equal(12, waits.Length);
        Assert.All(waits, wait => Assert.InRange(wait, TimeSpan.Zero, TimeSpan.FromSeconds(2)));
        Assert.True(waits[^4..].Average(w => w.TotalSeconds) > waits[..4].Average(w => w.TotalSeconds), string.Join(' ', waits));
    }

    [Fact]
    public async Task Where_the_retries_take_too_long_the_last_reason_is_told()
    {
        FakeNeo4j? started = null;
        await using var server = await FakeNeo4j.StartAsync(
            Answers.Error(503, Deadlock, "two writers met"),
            async context =>
            {
                started!.Clock.PassDeadlines();
                await Answers.Silence()(context);
            });
        started = server;
        await using var client = server.Client();

        var error = await Assert.ThrowsAsync<StoreUnavailableException>(() => client.NumbersAsync());

        Assert.Contains("two writers met", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_handler_that_has_had_a_row_sees_no_second_attempt()
    {
        await using var server = await FakeNeo4j.StartAsync(Answers.RowsThenError("[1],[2]", Deadlock), Answers.Rows("[1],[2]"));
        await using var client = server.Client();
        var rows = 0;

        await Assert.ThrowsAsync<StoreUnavailableException>(
            () => client.RunAsync(Asking.Question, AccessMode.Read, (ref Utf8JsonReader _) => rows++, Cancellation));

        Assert.Equal(2, rows);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task A_handler_that_has_had_no_row_yet_may_see_another_attempt()
    {
        await using var server = await FakeNeo4j.StartAsync(Answers.RowsThenError("", Deadlock), Answers.Rows("[1],[2]"));
        await using var client = server.Client();
        var rows = 0;

        await client.RunAsync(Asking.Question, AccessMode.Read, (ref Utf8JsonReader _) => rows++, Cancellation);

        Assert.Equal(2, rows);
    }

    [Theory]
    [InlineData("Neo.TransientError.General.MemoryPoolOutOfMemoryError")]
    [InlineData("Neo.TransientError.General.TransactionMemoryLimit")]
    public async Task Too_little_memory_is_told_apart_and_at_once_so_that_a_writer_can_take_less(string code)
    {
        await using var server = await FakeNeo4j.StartAsync(Answers.Error(500, code));
        await using var client = server.Client();

        await Assert.ThrowsAsync<OutOfMemoryAtServerException>(() => client.WriteAsync());

        Assert.Single(server.Requests);
    }
}
