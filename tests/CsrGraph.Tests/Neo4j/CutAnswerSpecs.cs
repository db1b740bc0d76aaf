using CsrGraph.Neo4j.Wire;
using CsrGraph.Store;
using CsrGraph.Tests.Neo4j.Harness;
using Xunit;

namespace CsrGraph.Tests.Neo4j;

/// <summary>Connections that end in the middle.</summary>
public sealed class CutAnswerSpecs
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_read_that_was_cut_is_asked_again_and_nothing_of_the_cut_answer_counts()
    {
        await using var server = await FakeNeo4j.StartAsync(Answers.Cut("[1],[2]"), Answers.HangUp, Answers.Rows("[3]"));
        await using var client = server.Client();

        Assert.Equal([3], await client.NumbersAsync());
        Assert.Equal(3, server.Requests.Count);
    }

    [Fact]
    public async Task A_read_that_is_cut_each_time_ends_with_a_sentence()
    {
        await using var server = await FakeNeo4j.StartAsync(Answers.Cut("[1]"));
        await using var client = server.Client();

        var error = await Assert.ThrowsAsync<StoreUnavailableException>(() => client.NumbersAsync());

        Assert.Contains("ended before its answer did: try again", error.Message, StringComparison.Ordinal);
        Assert.Equal(1 + server.Options.Retries, server.Requests.Count);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_write_whose_answer_was_lost_is_not_put_again_but_told_as_open(bool hasBegun)
    {
        await using var server = await FakeNeo4j.StartAsync(hasBegun ? Answers.Cut("") : Answers.HangUp, Answers.Rows("[1]"));
        await using var client = server.Client();

        var error = await Assert.ThrowsAsync<CommitUnknownException>(() => client.WriteAsync());

        Assert.Contains("run the same again, which changes nothing twice", error.Message, StringComparison.Ordinal);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task An_answer_that_is_whole_to_the_eye_but_shorter_than_announced_is_cut()
    {
        await using var server = await FakeNeo4j.StartAsync(
            async context =>
            {
                context.Response.ContentLength = 1000;
                await Answers.Json(202, """{"data":{"fields":["a"],"values":[[1]]}}""")(context);
                await context.Response.Body.FlushAsync(Cancellation);
                context.Abort();
            },
            Answers.Rows("[2]"));
        await using var client = server.Client();

        Assert.Equal([2], await client.NumbersAsync());
    }

    [Fact]
    public async Task Where_nobody_listens_reads_and_writes_are_put_again_until_somebody_does()
    {
        Uri address;
        await using (var gone = await FakeNeo4j.StartAsync(Answers.Rows("[1]"))) address = gone.Address;
        var clock = new ImpatientClock();
        await using var client = new Neo4jClient(new CsrGraph.Neo4j.Neo4jOptions(address) { Clock = clock });

        var read = await Assert.ThrowsAsync<StoreUnavailableException>(() => client.NumbersAsync());
        await Assert.ThrowsAsync<StoreUnavailableException>(() => client.WriteAsync());

        Assert.Contains("start it, or mend NEO4J_URI", read.Message, StringComparison.Ordinal);
        Assert.Equal(10, clock.Waits.Count);
    }

    [Fact]
    public async Task Wherever_a_real_answer_is_cut_the_read_is_whole_in_the_end()
    {
        var options = RealNeo4j.Options();
        Assert.SkipWhen(options.Address.Scheme != "http", "the proxy of this test speaks no TLS");
        await using var proxy = CuttingProxy.Before(options.Address, 0, 1, 100, 250, 5000, 40_000, 100_000, 200_000);
        await using var client = new Neo4jClient(new CsrGraph.Neo4j.Neo4jOptions(proxy.Address)
        {
            Username = options.Username, Password = options.Password, Database = options.Database, Clock = new ImpatientClock(), Retries = 8,
        });

        var numbers = await client.ReadAsync(
            new Cypher("UNWIND range(1, 60000) AS i RETURN i"), () => new List<long>(), Asking.Number, Cancellation);

        Assert.Equal(Enumerable.Range(1, 60_000).Select(i => (long)i), numbers);
        Assert.Equal(8, proxy.Cut);
    }
}
