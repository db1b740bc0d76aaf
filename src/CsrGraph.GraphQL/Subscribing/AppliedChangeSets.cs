using CsrGraph.Store;
using CsrGraph.Vocabulary;

namespace CsrGraph.GraphQL.Subscribing;

/// <summary>Change-sets as those who listen are told of them; each is read once for all who wait for it, and the latest are kept.</summary>
internal sealed class AppliedChangeSets(IGraphStore store, VocabularyDefinition vocabulary, Listeners listeners) : IDisposable
{
    private const int Kept = 8;

    private readonly SemaphoreSlim turn = new(1);
    private readonly Dictionary<long, (ChangeSet ChangeSet, Touch? Touch)> recent = [];

    /// <summary>A change-set that the store has; null where the subscription is not to be told of it.</summary>
    public async Task<ChangeSet?> ReadAsync(long number, Subscription subscription, CancellationToken cancellation)
    {
        await turn.WaitAsync(cancellation);
        try
        {
            if (!recent.TryGetValue(number, out var found)) found = (await FindAsync(number, cancellation), null);
            if (!subscription.IsAboutAll && found.Touch?.Knows(subscription) != true)
            {
                found.Touch = await TouchReading.ReadAsync(store, vocabulary, number, listeners.Wanted(), cancellation);
            }

            Keep(number, found);
            return subscription.IsAboutAll || found.Touch!.Matches(subscription) ? found.ChangeSet : null;
        }
        finally
        {
            turn.Release();
        }
    }

    public void Dispose() => turn.Dispose();

    private async Task<ChangeSet> FindAsync(long number, CancellationToken cancellation) =>
        (await store.ChangeSetsAsync([new ChangeSetRequest(1, number)], cancellation))[0] is [var found]
            ? found
            : throw new StoreUnavailableException($"the store has no change-set {number} any more");

    private void Keep(long number, (ChangeSet ChangeSet, Touch? Touch) found)
    {
        recent[number] = found;
        if (recent.Count > Kept) recent.Remove(recent.Keys.Min());
    }
}
