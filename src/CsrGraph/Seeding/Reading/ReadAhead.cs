using System.Collections.Concurrent;

namespace CsrGraph.Seeding.Reading;

/// <summary>Lets another thread make what this one uses.</summary>
internal static class ReadAhead
{
    private const int Batch = 64;
    private const int Batches = 8;

    /// <summary>The same items, made some batches ahead on a thread of their own; what is thrown there is thrown here.</summary>
    public static IEnumerable<T> Of<T>(IEnumerable<T> source)
    {
        using var made = new BlockingCollection<T[]>(Batches);
        using var stop = new CancellationTokenSource();
        var making = Task.Run(() => Make(source, made, stop.Token), CancellationToken.None);
        try
        {
            foreach (var batch in made.GetConsumingEnumerable())
            {
                foreach (var item in batch) yield return item;
            }

            making.GetAwaiter().GetResult();
        }
        finally
        {
            // Who stops early does not hear of what went wrong after that.
            stop.Cancel();
            making.ContinueWith(_ => { }, TaskScheduler.Default).Wait();
        }
    }

    private static void Make<T>(IEnumerable<T> source, BlockingCollection<T[]> made, CancellationToken stop)
    {
        try
        {
            foreach (var batch in source.Chunk(Batch)) made.Add(batch, stop);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The one that used them has stopped.
        }
        finally
        {
            made.CompleteAdding();
        }
    }
}
