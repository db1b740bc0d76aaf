using System.IO.Pipelines;

namespace CsrGraph.Web.Connections;

/// <summary>Has the thread that fills a pipe run what the pipe's reader does with it, once it has left the pipe; all else goes to the pool.</summary>
internal sealed class OwnTurn : PipeScheduler
{
    [ThreadStatic]
    private static OwnTurn? filling;

    private Action<object?>? scheduled;
    private object? argument;

    /// <summary>Hands on what was written and runs the reader; waits where that has more than it wants to hold.</summary>
    /// <param name="writer">The pipe's.</param>
    /// <param name="isOwn">False leaves the reader to the pool.</param>
    public FlushResult Run(PipeWriter writer, bool isOwn)
    {
        filling = isOwn ? this : null;
        var flush = writer.FlushAsync();
        filling = null;
        if (scheduled is { } run)
        {
            scheduled = null;
            run(argument);
        }

        return flush.IsCompleted ? flush.Result : flush.AsTask().GetAwaiter().GetResult();
    }

    /// <inheritdoc/>
    public override void Schedule(Action<object?> action, object? state)
    {
        if (filling == this) (scheduled, argument) = (action, state);
        else System.Threading.ThreadPool.UnsafeQueueUserWorkItem(action, state, preferLocal: false);
    }
}
