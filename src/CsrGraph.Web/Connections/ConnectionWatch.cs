using System.Collections.Concurrent;

namespace CsrGraph.Web.Connections;

/// <summary>
/// Knows of a listener's connections whether so many are busy that their threads would take the processors from each other, and sees whose client has
/// gone while its thread is busy with the answer. It has a thread of its own for that, which sleeps while nothing comes.
/// </summary>
internal sealed class ConnectionWatch : IDisposable
{
    // Idle ones keep their threads too, which take memory.
    private const int MaxThreads = 32;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Calm = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<ThreadedConnection, long> turns = new();
    private readonly ManualResetEventSlim wake = new(initialState: false, spinCount: 0);
    private readonly ManualResetEventSlim over = new(initialState: false, spinCount: 0);
    private readonly ConnectionThreads threads = new(MaxThreads);
    private readonly int room;
    private int running;
    private long crowdedUntil;

    /// <param name="room">How many threads may be busy at once.</param>
    public ConnectionWatch(int room)
    {
        this.room = room;
        new Thread(Look) { IsBackground = true, Name = "connection watch" }.UnsafeStart();
    }

    /// <summary>True while more are busy than there is room for, and a second after.</summary>
    public bool IsCrowded => Environment.TickCount64 < Volatile.Read(ref crowdedUntil);

    public void Add(ThreadedConnection connection) => turns[connection] = 0;

    public void Remove(ThreadedConnection connection) => turns.TryRemove(connection, out _);

    /// <summary>Runs a connection's work on a thread of its own; false where it may not have one now.</summary>
    public bool TryRun(Action work) => !IsCrowded && threads.TryRun(work);

    /// <summary>To be called before a thread runs what has come, and <see cref="End"/> after; false where it should leave that to the pool.</summary>
    public bool Begin()
    {
        Wake();
        if (Interlocked.Increment(ref running) > room) Crowd();
        return !IsCrowded;
    }

    public void End() => Interlocked.Decrement(ref running);

    /// <summary>To be called when something has come.</summary>
    public void Wake()
    {
        if (!wake.IsSet) wake.Set();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        over.Set();
        wake.Set();
        threads.Dispose();
    }

    private void Look()
    {
        while (true)
        {
            wake.Wait();
            wake.Reset();
            if (over.Wait(Pause)) return;
            var busy = 0;
            foreach (var (connection, seen) in turns)
            {
                var now = connection.Turn;
                if (now == seen && now % 2 == 0) continue;
                busy++;
                if (now % 2 == 1) wake.Set();
                if (now == seen) connection.LookForDeparture(now);
                else turns.TryUpdate(connection, now, seen);
            }

            if (busy > room) Crowd();
        }
    }

    private void Crowd() => Volatile.Write(ref crowdedUntil, Environment.TickCount64 + (long)Calm.TotalMilliseconds);
}
