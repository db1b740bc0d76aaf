using System.Collections.Concurrent;

namespace CsrGraph.Tests.Neo4j.Harness;

/// <summary>
/// A clock for which each wait between two attempts is over at once, and is remembered, while a deadline (anything of at least five seconds) comes
/// only when a test says so.
/// </summary>
internal sealed class ImpatientClock : TimeProvider
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(5);
    private readonly ConcurrentStack<ITimer> deadlines = [];

    /// <summary>The waits between attempts, in order.</summary>
    public ConcurrentQueue<TimeSpan> Waits { get; } = [];

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime < TimeSpan.Zero) return base.CreateTimer(callback, state, dueTime, period);
        if (dueTime < Deadline)
        {
            Waits.Enqueue(dueTime);
            return base.CreateTimer(callback, state, TimeSpan.Zero, period);
        }

        var timer = base.CreateTimer(callback, state, Timeout.InfiniteTimeSpan, period);
        deadlines.Push(timer);
        return timer;
    }

    /// <summary>Every deadline so far comes now; what is begun because one has come has one of its own.</summary>
    public void PassDeadlines()
    {
        var soFar = new ITimer[deadlines.Count];
        foreach (var timer in soFar.AsSpan(0, deadlines.TryPopRange(soFar))) Pass(timer);
    }

    /// <summary>The deadline of what was begun last comes now, and no other.</summary>
    public void PassLatestDeadline()
    {
        if (!deadlines.TryPop(out var timer)) throw new InvalidOperationException("nothing has a deadline");
        Pass(timer);
    }

    private static void Pass(ITimer deadline) => deadline.Change(TimeSpan.Zero, Timeout.InfiniteTimeSpan);
}
