using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace CsrGraph.Export.Reading;

/// <summary>Lets another thread make what this one uses.</summary>
internal static class ReadAheadAsync
{
    private const int Batch = 512;
    private const int Batches = 8;

    /// <summary>The same items, made some batches ahead; what is thrown there is thrown here.</summary>
    public static async IAsyncEnumerable<T> AheadAsync<T>(this IAsyncEnumerable<T> source, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var made = Channel.CreateBounded<List<T>>(Batches);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var making = Task.Run(() => MakeAsync(source, made.Writer, stop.Token), CancellationToken.None);
        try
        {
            await foreach (var batch in made.Reader.ReadAllAsync(cancellation))
            {
                foreach (var item in batch) yield return item;
            }
        }
        finally
        {
            // Who stops early does not hear of what went wrong after that; who reads to the end heard it from the channel.
            await stop.CancelAsync();
            await making.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private static async Task MakeAsync<T>(IAsyncEnumerable<T> source, ChannelWriter<List<T>> made, CancellationToken stop)
    {
        try
        {
            var batch = new List<T>(Batch);
            await foreach (var item in source.WithCancellation(stop))
            {
                batch.Add(item);
                if (batch.Count < Batch) continue;
                await made.WriteAsync(batch, stop);
                batch = new List<T>(Batch);
            }

            await made.WriteAsync(batch, stop);
            made.Complete();
        }
#pragma warning disable CA1031 // It is thrown where the items are used.
        catch (Exception e)
#pragma warning restore CA1031
        {
            made.Complete(e);
        }
    }
}
