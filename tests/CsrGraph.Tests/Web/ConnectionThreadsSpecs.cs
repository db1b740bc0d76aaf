using CsrGraph.Web.Connections;
using Xunit;

namespace CsrGraph.Tests.Web;

public sealed class ConnectionThreadsSpecs
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task A_thread_that_has_done_its_work_does_the_next()
    {
        using var threads = new ConnectionThreads(1);
        var used = new HashSet<Thread>();
        for (var i = 0; i < 20; i++)
        {
            // It takes none before it waits for one.
            var told = new TaskCompletionSource<Thread>(TaskCreationOptions.RunContinuationsAsynchronously);
            Assert.True(SpinWait.SpinUntil(() => threads.TryRun(() => told.SetResult(Thread.CurrentThread)), Patience));
            used.Add(await told.Task.WaitAsync(Patience, TestContext.Current.CancellationToken));
        }

        Assert.Single(used);
    }

    [Fact]
    public void As_many_work_at_once_as_there_may_be_and_one_more_is_refused_until_one_is_done()
    {
        var threads = new ConnectionThreads(3);
        using var end = new SemaphoreSlim(0);
        var working = new List<Thread>();
        for (var i = 0; i < 3; i++) working.Add(ThreadOf(threads, () => end.Wait(Patience)));

        Assert.Equal(3, working.Distinct().Count());
        Assert.False(threads.TryRun(() => { }));

        end.Release();
        Assert.True(SpinWait.SpinUntil(() => threads.TryRun(() => end.Wait(Patience)), Patience));
        Assert.False(threads.TryRun(() => { }));

        end.Release(3);
        threads.Dispose();
        foreach (var thread in working) Assert.True(thread.Join(Patience));
    }

    [Fact]
    public async Task Two_that_come_at_once_do_not_wait_for_one_thread()
    {
        using var threads = new ConnectionThreads(4);
        ThreadOf(threads);
        await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, TestContext.Current.CancellationToken);
        using var both = new CountdownEvent(2);
        using var met = new CountdownEvent(2);

        for (var i = 0; i < 2; i++)
        {
            Assert.True(threads.TryRun(() =>
            {
                both.Signal();
                if (both.Wait(Patience)) met.Signal();
            }));
        }

        Assert.True(met.Wait(2 * Patience, TestContext.Current.CancellationToken), "one waited for the other");
    }

    [Fact]
    public void Whatever_comes_at_once_is_all_done()
    {
        using var threads = new ConnectionThreads(8);
        using var done = new CountdownEvent(4_000);
        Parallel.For(0, 4, _ =>
        {
            for (var i = 0; i < 1_000; i++)
            {
                while (!threads.TryRun(() => done.Signal())) Thread.Yield();
            }
        });

        Assert.True(done.Wait(Patience, TestContext.Current.CancellationToken), $"{done.CurrentCount} were lost");
    }

    [Fact]
    public void Those_that_wait_end_with_it()
    {
        var threads = new ConnectionThreads(2);
        var thread = ThreadOf(threads);

        threads.Dispose();

        Assert.True(thread.Join(TimeSpan.FromSeconds(5)));
    }

    private static Thread ThreadOf(ConnectionThreads threads, Action? then = null)
    {
        var told = new TaskCompletionSource<Thread>(TaskCreationOptions.RunContinuationsAsynchronously);
        var taken = threads.TryRun(() =>
        {
            told.SetResult(Thread.CurrentThread);
            then?.Invoke();
        });
        Assert.True(taken);
        Assert.True(told.Task.Wait(Patience, TestContext.Current.CancellationToken));
        return told.Task.Result;
    }
}
