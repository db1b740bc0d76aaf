using System.Text.Json;
using CsrGraph.Neo4j.Wire;
using CsrGraph.Store;
using CsrGraph.Tests.Neo4j.Harness;
using Xunit;

namespace CsrGraph.Tests.Neo4j;

public sealed class DeadlineSpecs
{
    [Fact]
    public async Task A_read_that_is_late_is_given_up_and_ended_in_Neo4j()
    {
        var asked = new TaskCompletionSource();
        await using var server = await FakeNeo4j.StartAsync(Answers.Silence(asked));
        await using (var client = server.Client())
        {
            var read = client.NumbersAsync();
            await asked.Task;
            server.Clock.PassDeadlines();
            var error = await Assert.ThrowsAsync<StoreUnavailableException>(() => read);
            Assert.Contains("has not answered within 10 s", error.Message, StringComparison.Ordinal);
        }

        var termination = Assert.Single(server.Terminations);
        Assert.Contains(Marker(Assert.Single(server.Requests)), termination.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_write_that_is_late_may_have_written()
    {
        var asked = new TaskCompletionSource();
        await using var server = await FakeNeo4j.StartAsync(Answers.Silence(asked));
        await using var client = server.Client();

        var write = client.WriteAsync();
        await asked.Task;
        server.Clock.PassDeadlines();

        await Assert.ThrowsAsync<CommitUnknownException>(() => write);
    }

    [Fact]
    public async Task A_cancelled_read_is_cancelled_and_ended_in_Neo4j()
    {
        var asked = new TaskCompletionSource();
        using var patience = new CancellationTokenSource();
        await using var server = await FakeNeo4j.StartAsync(Answers.Silence(asked));
        await using (var client = server.Client())
        {
            var read = client.NumbersAsync(patience.Token);
            await asked.Task;
            await patience.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => read);
        }

        Assert.Single(server.Terminations);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task Who_waits_for_a_connection_waits_no_longer_than_the_deadline()
    {
        var asked = new TaskCompletionSource();
        await using var server = await FakeNeo4j.StartAsync(Answers.Silence(asked));
        await using var client = server.Client(o => o with { Connections = 1 });

        var first = client.NumbersAsync();
        await asked.Task;
        var second = client.NumbersAsync();
        server.Clock.PassLatestDeadline();

        await Assert.ThrowsAsync<StoreUnavailableException>(() => second);
        Assert.False(first.IsCompleted);
        Assert.Single(server.Requests);

        server.Clock.PassDeadlines();
        await Assert.ThrowsAsync<StoreUnavailableException>(() => first);
    }

    [Fact]
    public async Task A_statement_may_have_a_deadline_of_its_own()
    {
        var asked = new TaskCompletionSource();
        await using var server = await FakeNeo4j.StartAsync(Answers.Silence(asked));
        await using var client = server.Client();

        var read = client.RunAsync(
            Asking.Question with { Deadline = TimeSpan.FromMinutes(7) }, AccessMode.Read, null, TestContext.Current.CancellationToken);
        await asked.Task;
        server.Clock.PassDeadlines();

        var error = await Assert.ThrowsAsync<StoreUnavailableException>(() => read);
        Assert.Contains("within 420 s", error.Message, StringComparison.Ordinal);
    }

    private static string Marker(SentRequest request)
    {
        using var body = JsonDocument.Parse(request.Body);
        return body.RootElement.GetProperty("parameters").GetProperty("csrgraphRequest").GetString()!;
    }
}
