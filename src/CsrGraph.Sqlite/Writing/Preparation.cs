using System.Threading.Channels;
using CsrGraph.Store;

namespace CsrGraph.Sqlite.Writing;

/// <summary>Reads and prepares changes on one thread while another writes them, a bounded number ahead.</summary>
internal static class Preparation
{
    private const int BatchSize = 256;

    // More would leave the young generation of the collector before they are written.
    private const int BatchesAhead = 4;

    /// <summary>The changes in batches, in their order. What reading them throws is thrown here, after those before it.</summary>
    public static async IAsyncEnumerable<IReadOnlyList<PreparedChange>> PreparedAsync(
        this IAsyncEnumerable<Change> changes, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var channel = Channel.CreateBounded<IReadOnlyList<PreparedChange>>(new BoundedChannelOptions(BatchesAhead) { SingleReader = true, SingleWriter = true });
        var reading = Task.Run(() => FillAsync(changes, channel.Writer, stop.Token), CancellationToken.None);
        try
        {
            await foreach (var batch in channel.Reader.ReadAllAsync(cancellation)) yield return batch;
        }
        finally
        {
            // The reader of the changes is done before the write is: nobody is left behind in the caller's own code.
            await stop.CancelAsync();
            await reading;
        }
    }

    private static async Task FillAsync(IAsyncEnumerable<Change> changes, ChannelWriter<IReadOnlyList<PreparedChange>> batches, CancellationToken cancellation)
    {
        try
        {
            var batch = new List<PreparedChange>(BatchSize);
            await foreach (var change in changes.WithCancellation(cancellation))
            {
                cancellation.ThrowIfCancellationRequested();
                batch.Add(PreparedChange.Of(change));
                if (batch.Count < BatchSize) continue;
                await batches.WriteAsync(batch, cancellation);
                batch = new List<PreparedChange>(BatchSize);
            }

            await batches.WriteAsync(batch, cancellation);
            batches.Complete();
        }
#pragma warning disable CA1031 // Whatever it is, the reader of the batches gets it.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            batches.Complete(exception);
        }
    }
}
