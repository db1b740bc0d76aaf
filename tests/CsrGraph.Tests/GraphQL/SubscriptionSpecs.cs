using System.Text.Json.Nodes;
using CsrGraph.GraphQL;
using CsrGraph.InMemory;
using CsrGraph.Store;
using CsrGraph.Vocabulary;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace CsrGraph.Tests.GraphQL;

/// <summary>Who may listen, and what many who listen cost.</summary>
public sealed class SubscriptionSpecs : IAsyncLifetime
{
    private const string FromNow = "subscription { changeSetApplied { number } }";
    private const string FromTheStart = "subscription { changeSetApplied(after: 0) { number } }";

    private readonly FakeTimeProvider time = new();
    private readonly CountingStore store = new(new InMemoryStore());
    private readonly List<GraphQLApi> made = [];

    public async ValueTask InitializeAsync() => await Firm("org:first").ApplyAsync(store);

    public async ValueTask DisposeAsync()
    {
        foreach (var api in made) api.Dispose();
        await store.DisposeAsync();
    }

    [Theory]
    [InlineData("subscription { changeSetApplied { number } }", null)]
    [InlineData("query { statistics { changeSets } }", null)]
    [InlineData("subscription { changeSetApplied(about: [\"no id\"]) { number } }", ErrorCode.BadUserInput)]
    [InlineData("subscription { changeSetApplied(after: -1) { number } }", ErrorCode.BadUserInput)]
    [InlineData("subscription { changeSetApplied(kinds: [NOBODY]) { number } }", ErrorCode.ValidationFailed)]
    [InlineData("subscription { changeSetApplied { number } two: changeSetApplied { number } }", ErrorCode.ValidationFailed)]
    [InlineData("subscription { __typename }", ErrorCode.ValidationFailed)]
    [InlineData("subscription { changeSetApplied { added(first: 100) { nodes { evidence(first: 100) { document { claims(first: 100) { nodes { id } } } } } } } }", ErrorCode.LimitExceeded)]
    [InlineData("mutation { load }", ErrorCode.NotAQuery)]
    public async Task What_is_wrong_with_a_subscription_is_told_at_once_and_only_that(string document, string? code)
    {
        using var stream = await Api().ListenAsync(new ApiRequest(document), Cancellation);
        if (code is null) return;

        var answer = Assert.Single(await stream.Answers.ToListAsync(Cancellation));

        Assert.Equal(code, answer.Code);
        Assert.False(answer.IsExecuted);
    }

    [Fact]
    public async Task A_subscription_without_a_stream_is_refused_with_the_way_to_ask_it()
    {
        using var ask = new Asking(Api());

        foreach (var again in new[] { false, true })
        {
            var (code, message) = await ask.ErrorAsync(FromNow);
            Assert.Equal(ErrorCode.NotAQuery, code);
            Assert.True(message.Contains("text/event-stream", StringComparison.Ordinal), $"{again}: {message}");
        }
    }

    [Fact]
    public async Task Where_nothing_is_said_only_what_is_applied_from_then_on_comes()
    {
        using var stream = await Api().ListenAsync(new ApiRequest(FromNow), Cancellation);
        await using var answers = stream.Answers.GetAsyncEnumerator(Cancellation);
        var next = answers.MoveNextAsync().AsTask();
        await Firm("org:second").ApplyAsync(store, 1);

        Assert.True(await InTimeAsync(next));

        Assert.Equal(2, Number(answers.Current));
    }

    [Fact]
    public async Task As_many_may_listen_as_the_limit_says_and_a_place_is_free_again_when_one_ends()
    {
        var api = Api(new ApiOptions { MaxListeners = 1 });
        var first = await api.ListenAsync(new ApiRequest(FromNow), Cancellation);

        using var second = await api.ListenAsync(new ApiRequest(FromNow), Cancellation);
        first.Dispose();
        using var third = await api.ListenAsync(new ApiRequest(FromTheStart), Cancellation);

        var refused = JsonNode.Parse((await second.Answers.SingleAsync(Cancellation)).Json.Span)!["errors"]![0]!["extensions"]!;
        Assert.Equal("""{"code":"LIMIT_EXCEEDED","limit":"listeners","allowed":1,"asked":2}""", refused.ToJsonString());
        Assert.Equal(1, Number(await third.Answers.FirstAsync(Cancellation)));
    }

    [Fact]
    public async Task However_many_listen_the_head_is_watched_once_and_a_change_set_read_once()
    {
        var api = Api(new ApiOptions { Time = time });
        var (streams, waiting) = (new List<ApiAnswers>(), new List<Task<bool>>());
        for (var i = 0; i < 100; i++)
        {
            streams.Add(await api.ListenAsync(new ApiRequest("subscription { changeSetApplied(about: [\"org:second\"]) { number } }"), Cancellation));
        }

        store.Reset();
        var answers = streams.ConvertAll(s => s.Answers.GetAsyncEnumerator(Cancellation));
        foreach (var one in answers) waiting.Add(one.MoveNextAsync().AsTask());
        await Firm("org:second").ApplyAsync(store, 1);

        Assert.All(await InTimeAsync(Task.WhenAll(waiting)), Assert.True);

        Assert.All(answers, a => Assert.Equal(2, Number(a.Current)));
        Assert.Equal(1, store.Calls[nameof(IGraphStore.ChangesAsync)]);
        Assert.InRange(store.Calls[nameof(IGraphStore.ChangeSetsAsync)], 2, 50);
        foreach (var one in answers) await one.DisposeAsync();
    }

    [Fact]
    public async Task Nobody_who_hung_up_has_the_store_asked()
    {
        using var stream = await Api(new ApiOptions { Time = time }).ListenAsync(new ApiRequest(FromNow), Cancellation);
        using var hangUp = new CancellationTokenSource();
        await using var answers = stream.Answers.GetAsyncEnumerator(hangUp.Token);
        var next = answers.MoveNextAsync().AsTask();

        await hangUp.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => next);
        time.Advance(TimeSpan.FromSeconds(1));
        store.Reset();
        for (var i = 0; i < 20; i++) time.Advance(TimeSpan.FromSeconds(1));

        Assert.Empty(store.Calls);
    }

    [Fact]
    public async Task A_store_that_is_away_for_a_while_loses_nothing_to_those_who_listen()
    {
        var failures = 0;
        var away = new FaultyStore(store) { Before = (_, _) => Fail(ref failures) };
        using var stream = await Api(new ApiOptions { Time = time }, away).ListenAsync(new ApiRequest(FromTheStart), Cancellation);
        await using var answers = stream.Answers.GetAsyncEnumerator(Cancellation);
        await Firm("org:second").ApplyAsync(store, 1);

        foreach (var number in new[] { 1, 2 })
        {
            failures = 3;
            Assert.True(await InTimeAsync(answers.MoveNextAsync().AsTask()));
            Assert.Equal(number, Number(answers.Current));
        }
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static void Fail(ref int failures)
    {
        if (Interlocked.Decrement(ref failures) >= 0) throw new StoreUnavailableException("it is away");
    }

    private static GraphBuilder Firm(string id) => new GraphBuilder().Entity(id, "ORGANISATION", id);

    private static int Number(ApiAnswer answer) => (int)JsonNode.Parse(answer.Json.Span)!["data"]!["changeSetApplied"]!["number"]!;

    private GraphQLApi Api(ApiOptions? options = null, IGraphStore? from = null)
    {
        made.Add(new GraphQLApi(VocabularyDefinition.Load(), from ?? store, options ?? new ApiOptions { Time = time }));
        return made[^1];
    }

    // Lets the time go on until it is done.
    private async Task<T> InTimeAsync<T>(Task<T> task)
    {
        while (!task.IsCompleted)
        {
            time.Advance(TimeSpan.FromMilliseconds(500));
            await Task.WhenAny(task, Task.Delay(5, Cancellation));
        }

        return await task;
    }
}
