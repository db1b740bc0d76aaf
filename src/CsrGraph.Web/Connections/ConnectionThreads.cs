namespace CsrGraph.Web.Connections;

/// <summary>A bounded number of threads. One that has done its work waits a while for more, since to make one costs as much as an answer.</summary>
internal sealed class ConnectionThreads(int most) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly Queue<Action> waiting = new();
    private readonly object gate = new();
    private int busy;
    private int idle;
    private bool isOver;

    /// <summary>Has a thread do this; false where all are busy.</summary>
    public bool TryRun(Action work)
    {
        lock (gate)
        {
            if (busy == most) return false;
            busy++;
            if (idle > waiting.Count)
            {
                waiting.Enqueue(work);
                Monitor.Pulse(gate);
                return true;
            }
        }

        new Thread(() => Go(work)) { IsBackground = true, Name = "connection" }.UnsafeStart();
        return true;
    }

    /// <summary>Lets the threads that wait end, and the others when they are done.</summary>
    public void Dispose()
    {
        lock (gate)
        {
            isOver = true;
            Monitor.PulseAll(gate);
        }
    }

    private void Go(Action? work)
    {
        for (; work is not null; work = Next()) work();
    }

    private Action? Next()
    {
        lock (gate)
        {
            busy--;
            idle++;
            while (waiting.Count == 0 && !isOver && Monitor.Wait(gate, Patience))
            {
            }

            idle--;
            return waiting.TryDequeue(out var work) ? work : null;
        }
    }
}
