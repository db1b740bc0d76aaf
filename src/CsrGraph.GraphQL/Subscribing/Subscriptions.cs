using System.Runtime.CompilerServices;
using CsrGraph.GraphQL.Limits;
using CsrGraph.Store;
using CsrGraph.Vocabulary;

namespace CsrGraph.GraphQL.Subscribing;

/// <summary>
/// Tells those who listen of each change-set once, in order. Each of them draws: what is kept of one is the number that it has come to, however many
/// change-sets wait for it.
/// </summary>
internal sealed class Subscriptions : IDisposable
{
    // However many wake at once, the answers of so many are in the making.
    private const int AtOnce = 8;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly IGraphStore store;
    private readonly TimeProvider time;
    private readonly Func<ApiRequest, ChangeSet, CancellationToken, Task<ApiAnswer>> answer;
    private readonly Listeners listeners;
    private readonly HeadWatch watch;
    private readonly AppliedChangeSets applied;
    private readonly SemaphoreSlim turns = new(AtOnce);

    /// <param name="store">The store.</param>
    /// <param name="vocabulary">Its vocabulary.</param>
    /// <param name="options">How many may listen, and the clock.</param>
    /// <param name="answer">Answers a request for one change-set.</param>
    public Subscriptions(
        IGraphStore store, VocabularyDefinition vocabulary, ApiOptions options, Func<ApiRequest, ChangeSet, CancellationToken, Task<ApiAnswer>> answer)
    {
        (this.store, this.answer, time) = (store, answer, options.Time);
        listeners = new Listeners(options.MaxListeners);
        watch = new HeadWatch(store, time);
        applied = new AppliedChangeSets(store, vocabulary, listeners);
    }

    /// <summary>Begins to listen: after the number that the subscription names, else after the last change-set that there is now.</summary>
    /// <exception cref="ApiError">There are as many who listen as may be.</exception>
    /// <exception cref="StoreUnavailableException">The store cannot be asked.</exception>
    public async Task<ApiAnswers> ListenAsync(ApiRequest request, Subscription subscription, CancellationToken cancellation)
    {
        var listener = listeners.Enter(subscription);
        try
        {
            var after = subscription.After ?? await store.HeadAsync(cancellation);
            return new ApiAnswers(AnswersAsync(request, subscription, after, CancellationToken.None), listener);
        }
        catch
        {
            listener.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        watch.Dispose();
        applied.Dispose();
        turns.Dispose();
    }

    private async IAsyncEnumerable<ApiAnswer> AnswersAsync(
        ApiRequest request, Subscription subscription, long after, [EnumeratorCancellation] CancellationToken cancellation)
    {
        for (var next = after + 1; ; next++)
        {
            await watch.ReachAsync(next, cancellation);
            if (await AnswerAsync(request, subscription, next, cancellation) is { } answered) yield return answered;
        }
    }

    // Null where the subscription is not to be told. A store that is away is waited for, so that nothing is left out.
    private async Task<ApiAnswer?> AnswerAsync(ApiRequest request, Subscription subscription, long number, CancellationToken cancellation)
    {
        while (true)
        {
            try
            {
                return await AnswerInTurnAsync(request, subscription, number, cancellation);
            }
            catch (StoreUnavailableException)
            {
                await Task.Delay(Pause, time, cancellation);
            }
        }
    }

    private async Task<ApiAnswer?> AnswerInTurnAsync(ApiRequest request, Subscription subscription, long number, CancellationToken cancellation)
    {
        if (await applied.ReadAsync(number, subscription, cancellation) is not { } changeSet) return null;
        await turns.WaitAsync(cancellation);
        try
        {
            return await answer(request, changeSet, cancellation);
        }
        finally
        {
            turns.Release();
        }
    }
}
