using CsrGraph.Store;

namespace CsrGraph.GraphQL.Subscribing;

/// <summary>Waits for change-sets on behalf of all who listen: while anybody waits, one reader asks the store for its head, whoever applies to it.</summary>
internal sealed class HeadWatch(IGraphStore store, TimeProvider time) : IDisposable
{
    // A store may keep its head for a second; with this it is told within two.
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    private readonly Lock sync = new();
    private readonly CancellationTokenSource ended = new();
    private TaskCompletionSource moved = New();
    private long head;
    private int waiting;
    private bool isWatching;
    private bool isEnded;

    /// <summary>Waits until the store has a change-set of this number.</summary>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public async Task ReachAsync(long number, CancellationToken cancellation)
    {
        while (Next(number) is { } next)
        {
            try
            {
                await next.WaitAsync(cancellation);
            }
            finally
            {
                lock (sync) waiting--;
            }
        }
    }

    public void Dispose()
    {
        if (isEnded) return;
        isEnded = true;
        ended.Cancel();
        ended.Dispose();
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    // What to wait for; null where the number is reached.
    private Task? Next(long number)
    {
        lock (sync)
        {
            if (head >= number) return null;
            waiting++;
            if (!isWatching)
            {
                isWatching = true;
                _ = Task.Run(() => WatchAsync(ended.Token), CancellationToken.None);
            }

            return moved.Task;
        }
    }

    private async Task WatchAsync(CancellationToken cancellation)
    {
        try
        {
            while (Goes())
            {
                if (await ReadAsync(cancellation) is { } found) Tell(found);
                await Task.Delay(Pause, time, cancellation);
            }
        }
#pragma warning disable CA1031 // Whoever waits gets it; nobody awaits the watch itself.
        catch (Exception e)
#pragma warning restore CA1031
        {
            lock (sync)
            {
                isWatching = false;
                var failed = moved;
                moved = New();
                if (waiting > 0) failed.SetException(e);
            }
        }
    }

    private bool Goes()
    {
        lock (sync) return isWatching = waiting > 0;
    }

    // A store that is away may come back, and nothing is lost until then; /health/ready tells whether it is there.
    private async Task<long?> ReadAsync(CancellationToken cancellation)
    {
        try
        {
            return await store.HeadAsync(cancellation);
        }
        catch (StoreUnavailableException)
        {
            return null;
        }
    }

    private void Tell(long found)
    {
        TaskCompletionSource told;
        lock (sync)
        {
            if (found <= head) return;
            (head, told, moved) = (found, moved, New());
        }

        told.SetResult();
    }
}
