using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Xunit;

namespace CsrGraph.EndToEndTests.Neo4j;

/// <summary>Some clients that ask a server the same question all the time; what they were answered is kept.</summary>
internal sealed class Questioning : IAsyncDisposable
{
    private readonly Serving serving;
    private readonly string question;
    private readonly ConcurrentBag<(HttpStatusCode Status, string Text)> answers = [];
    private readonly CancellationTokenSource enough = new();
    private readonly Task clients;

    public Questioning(Serving serving, string question, int clients)
    {
        (this.serving, this.question) = (serving, question);
        this.clients = Task.WhenAll(Enumerable.Range(0, clients).Select(_ => AskUntilAsync()));
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Asks once more, in between.</summary>
    public async Task<(HttpStatusCode Status, string Text)> AskAsync()
    {
        using var response = await serving.Client.PostAsJsonAsync("graphql", new { query = question }, Cancellation);
        return (response.StatusCode, await response.Content.ReadAsStringAsync(Cancellation));
    }

    public async Task<(HttpStatusCode Status, string Text)> GetAsync(string path)
    {
        using var response = await serving.Client.GetAsync(new Uri(path, UriKind.Relative), Cancellation);
        return (response.StatusCode, await response.Content.ReadAsStringAsync(Cancellation));
    }

    /// <summary>Asks until there is an answer.</summary>
    public async Task<(HttpStatusCode Status, string Text)> UntilOkAsync(TimeSpan patience)
    {
        var clock = Stopwatch.StartNew();
        while (true)
        {
            var answer = await AskAsync();
            if (answer.Status == HttpStatusCode.OK && !IsLate(answer)) return answer;
            Assert.True(clock.Elapsed < patience, $"still {answer.Status}: {answer.Text}");
            await Task.Delay(100, Cancellation);
        }
    }

    /// <summary>True where a question ran out of its time, as one may that was under way when Neo4j went: it says so, and answers nothing.</summary>
    public static bool IsLate((HttpStatusCode Status, string Text) answer) =>
        answer.Text.StartsWith("""{"errors":[{"message":"the question was not answered within""", StringComparison.Ordinal)
            && !JsonElement.Parse(answer.Text).TryGetProperty("data", out _);

    /// <summary>Ends the clients.</summary>
    /// <returns>All that they were answered.</returns>
    public async Task<IReadOnlyCollection<(HttpStatusCode Status, string Text)>> EndAsync()
    {
        await enough.CancelAsync();
        await clients;
        return answers;
    }

    public async ValueTask DisposeAsync()
    {
        await enough.CancelAsync();
        await clients.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        enough.Dispose();
    }

    private async Task AskUntilAsync()
    {
        while (!enough.IsCancellationRequested) answers.Add(await AskAsync());
    }
}
