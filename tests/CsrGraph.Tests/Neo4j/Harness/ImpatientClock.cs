using System.Collections.Concurrent;

namespace CsrGraph.Tests.Neo4j.Harness;

/// <summary>
/// A clock for which each wait between two attempts is over at once, and is remembered, while a deadline (anything of at least five seconds) comes
/// only when a test says so. No time passes but what a test lets pass.
/// </summary>
internal sealed class ImpatientClock : TimeProvider
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(5);
    private readonly Lock gate = new();
    private readonly List<(TimeSpan Length, ITimer Timer)> deadlines = [];
    private long passed;

    /// <summary>The waits between attempts, in order.</summary>
    public ConcurrentQueue<TimeSpan> Waits { get; } = [];

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => Interlocked.Read(ref passed);

    /// <summary>Lets time pass; no deadline comes by it.</summary>
    public void Advance(TimeSpan span) => Interlocked.Add(ref passed, span.Ticks);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime < TimeSpan.Zero) return base.CreateTimer(callback, state, dueTime, period);
        if (dueTime < Deadline)
        {
            Waits.Enqueue(dueTime);
            return base.CreateTimer(callback, state, TimeSpan.Zero, period);
        }

        var timer = base.CreateTimer(callback, state, Timeout.InfiniteTimeSpan, period);
        lock (gate) deadlines.Add((dueTime, timer));
        return timer;
    }

    /// <summary>Every deadline so far comes now; what is begun because one has come has one of its own.</summary>
    public void PassDeadlines() => Pass(_ => true);

    /// <summary>Every deadline so far that was this far away comes now.</summary>
    public void PassDeadlines(TimeSpan length) => Pass(l => l == length);

    /// <summary>Ends once there is a deadline that far away.</summary>
    public async Task DeadlineAsync(TimeSpan length, CancellationToken cancellation)
    {
        while (!Has(length)) await Task.Delay(1, cancellation);
    }

    /// <summary>The deadline of what was begun last comes now, and no other.</summary>
    public void PassLatestDeadline()
    {
        lock (gate)
        {
            Pass(deadlines[^1].Timer);
            deadlines.RemoveAt(deadlines.Count - 1);
        }
    }

    private static void Pass(ITimer deadline) => deadline.Change(TimeSpan.Zero, Timeout.InfiniteTimeSpan);

    private bool Has(TimeSpan length)
    {
        lock (gate) return deadlines.Exists(deadline => deadline.Length == length);
    }

    private void Pass(Predicate<TimeSpan> isMeant)
    {
        lock (gate)
        {
            foreach (var (_, timer) in deadlines.Where(deadline => isMeant(deadline.Length))) Pass(timer);
            deadlines.RemoveAll(deadline => isMeant(deadline.Length));
        }
    }
}
