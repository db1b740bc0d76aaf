using System.Net;
using System.Text.Json;
using CsrGraph.Store;
using CsrGraph.Web;
using Microsoft.Extensions.Logging;
using Xunit;

namespace CsrGraph.Tests.Web;

public sealed class ServerSpecs
{
    private const string Question = """{"query":"{ secret }"}""";

    [Fact]
    public async Task Health_says_ok_and_the_head_once_the_store_answers()
    {
        await using var server = await RunningServer.StartAsync();

        var response = await server.SendAsync(HttpMethod.Get, "healthz");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("""{"status":"ok","changeSet":7}""", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Health_gets_503_and_the_reason_where_the_store_does_not_answer()
    {
        await using var server = await RunningServer.StartAsync(head: _ => throw new StoreUnavailableException("the file is gone"));

        var message = await ErrorShape.RequireAsync(
            await server.SendAsync(HttpMethod.Get, "healthz"), HttpStatusCode.ServiceUnavailable, "STORE_UNAVAILABLE");

        Assert.Equal("the file is gone", message);
    }

    [Fact]
    public async Task Health_gets_503_where_the_store_hangs()
    {
        await using var server = await RunningServer.StartAsync(head: _ => new TaskCompletionSource<long>().Task);

        await ErrorShape.RequireAsync(await server.SendAsync(HttpMethod.Get, "healthz"), HttpStatusCode.ServiceUnavailable, "STORE_UNAVAILABLE");
    }

    [Fact]
    public async Task A_store_that_cannot_be_asked_gives_503_and_is_logged_without_the_question()
    {
        await using var server = await RunningServer.StartAsync((_, _) => throw new StoreBusyException("another load runs"));

        await ErrorShape.RequireAsync(await server.PostAsync(Question), HttpStatusCode.ServiceUnavailable, "STORE_UNAVAILABLE");

        var line = Assert.Single(server.Log.Lines, l => l.Level == LogLevel.Warning);
        Assert.Equal(10, line.Event.Id);
        Assert.DoesNotContain(server.Log.Lines, l => l.Text.Contains("secret", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_fault_gives_500_with_an_id_that_the_log_has_and_nothing_of_the_exception()
    {
        await using var server = await RunningServer.StartAsync((_, _) => throw new InvalidOperationException("inner workings"));

        var message = await ErrorShape.RequireAsync(await server.PostAsync(Question), HttpStatusCode.InternalServerError, "INTERNAL");

        Assert.DoesNotContain("inner workings", message, StringComparison.Ordinal);
        var line = Assert.Single(server.Log.Lines, l => l.Level == LogLevel.Error);
        Assert.Equal(11, line.Event.Id);
        Assert.Contains(message.Split(' ')[^1], line.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_client_that_hangs_up_cancels_the_question()
    {
        var (begun, cancelled) = (new TaskCompletionSource(), new TaskCompletionSource());
        await using var server = await RunningServer.StartAsync(async (_, cancellation) =>
        {
            begun.SetResult();
            await using var registration = cancellation.Register(cancelled.SetResult);
            await Task.Delay(Timeout.Infinite, cancellation);
            throw new InvalidOperationException("nobody cancelled");
        });
        using var hangUp = new CancellationTokenSource();

        var asking = server.Client.GetAsync(new Uri(server.Address, "graphql?query=%7Ba%7D"), hangUp.Token);
        await begun.Task.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);
        await hangUp.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asking);
        await cancelled.Task.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);
        Assert.DoesNotContain(server.Log.Lines, l => l.Level >= LogLevel.Warning);
    }

    [Fact]
    public async Task The_front_page_names_the_addresses_and_anything_else_gets_404()
    {
        await using var server = await RunningServer.StartAsync();

        var page = await server.Client.GetStringAsync(server.Address, TestContext.Current.CancellationToken);

        Assert.Contains("/graphql", page, StringComparison.Ordinal);
        Assert.Contains("/health/ready", page, StringComparison.Ordinal);
        await ErrorShape.RequireAsync(await server.SendAsync(HttpMethod.Get, "graphiql"), HttpStatusCode.NotFound, "NOT_FOUND");
    }

    [Theory]
    [InlineData("br")]
    [InlineData("gzip")]
    public async Task Answers_are_compressed_where_the_client_asks_and_do_not_name_the_server(string encoding)
    {
        var answer = JsonSerializer.Serialize(new { data = new string('x', 10_000) });
        await using var server = await RunningServer.StartAsync((_, _) => Task.FromResult(RunningServer.Json(answer)));
        var request = new HttpRequestMessage(HttpMethod.Get, "graphql?query=%7Ba%7D");
        request.Headers.AcceptEncoding.Add(new(encoding));
        request.Headers.Accept.Add(new("application/graphql-response+json"));

        var response = await server.Client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal([encoding], response.Content.Headers.ContentEncoding);
        Assert.True((await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).Length < 1_000);
        Assert.Empty(response.Headers.Server);
    }

    [Fact]
    public async Task Start_and_end_are_logged_by_number_and_questions_are_not()
    {
        var server = await RunningServer.StartAsync();
        await server.PostAsync(Question);
        await server.DisposeAsync();

        Assert.Equal([1, 2], server.Log.Lines.Select(l => l.Event.Id));
    }

    [Fact]
    public async Task A_port_that_another_process_has_is_said_with_the_way_out()
    {
        await using var first = await RunningServer.StartAsync();

        var refusal = await Assert.ThrowsAsync<AddressUnavailableException>(() => RunningServer.StartAsync(address: first.Address));

        Assert.Contains(first.Address.Port.ToString(System.Globalization.CultureInfo.InvariantCulture), refusal.Message, StringComparison.Ordinal);
        Assert.Contains("another process has the port", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("--urls", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ; ")]
    [InlineData("127.0.0.1:5080")]
    [InlineData("ftp://127.0.0.1")]
    [InlineData("https://127.0.0.1:5080")]
    [InlineData("http://127.0.0.1:5080/graphql")]
    [InlineData("http://me:secret@127.0.0.1:5080")]
    [InlineData("http://127.0.0.1:99999")]
    public void An_address_that_nothing_can_listen_on_is_refused(string text) => Assert.Throws<FormatException>(() => WebSettings.ReadAddresses(text));

    [Fact]
    public void Several_addresses_are_separated_by_semicolons() =>
        Assert.Equal(["http://127.0.0.1:1/", "http://[::1]:2/"], WebSettings.ReadAddresses("http://127.0.0.1:1; http://[::1]:2").Select(a => a.ToString()));
}
