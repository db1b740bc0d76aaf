using CsrGraph.Store;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace CsrGraph.Tests.Store;

public sealed class HeadCacheSpecs
{
    private static readonly ChangeSetRequest Newest = new(1);

    private readonly FakeTimeProvider time = new();
    private readonly HeadCache cache;
    private long head = 1;
    private int reads;

    public HeadCacheSpecs() => cache = new HeadCache(TimeSpan.FromMilliseconds(100), time);

    [Fact]
    public async Task The_newest_change_set_is_remembered_for_as_long_as_it_may_be()
    {
        Assert.Equal(1, await HeadAsync());
        head = 2;
        time.Advance(TimeSpan.FromMilliseconds(99));
        Assert.Equal(1, await HeadAsync());
        Assert.Equal(1, reads);

        time.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal(2, await HeadAsync());
    }

    [Fact]
    public async Task What_the_store_itself_applies_is_seen_at_once()
    {
        await HeadAsync();
        head = 2;
        cache.Forget();
        Assert.Equal(2, await HeadAsync());
    }

    [Fact]
    public async Task What_was_being_read_while_something_was_applied_is_not_remembered()
    {
        await ReadWhileAsync(cache.Forget);

        head = 2;
        Assert.Equal(2, await HeadAsync());
    }

    [Fact]
    public async Task A_read_that_took_long_is_as_old_as_its_beginning()
    {
        await ReadWhileAsync(() => time.Advance(TimeSpan.FromMilliseconds(100)));

        head = 2;
        Assert.Equal(2, await HeadAsync());
    }

    [Fact]
    public async Task A_read_that_failed_is_not_remembered()
    {
        await Assert.ThrowsAsync<StoreUnavailableException>(() => cache.ReadAsync(Newest, () => throw new StoreUnavailableException("away")));
        Assert.Equal(1, await HeadAsync());
    }

    [Theory]
    [InlineData(2, null, null)]
    [InlineData(1, 1L, null)]
    [InlineData(1, null, 1L)]
    public async Task Any_other_question_is_read_each_time(int limit, long? number, long? upTo)
    {
        await HeadAsync();
        var other = new ChangeSetRequest(limit, number, upTo);
        await cache.ReadAsync(other, () => Task.FromResult(Read()));
        await cache.ReadAsync(other, () => Task.FromResult(Read()));
        Assert.Equal(3, reads);
    }

    private async Task<long> HeadAsync() => (await cache.ReadAsync(Newest, () => Task.FromResult(Read())))[0].Number;

    private async Task ReadWhileAsync(Action happens)
    {
        var answer = new TaskCompletionSource<IReadOnlyList<ChangeSet>>();
        var reading = cache.ReadAsync(Newest, () => answer.Task);
        happens();
        answer.SetResult(Read());
        await reading;
    }

    private IReadOnlyList<ChangeSet> Read()
    {
        reads++;
        return [new ChangeSet(head, DateTimeOffset.UnixEpoch, "test", "made", null, 0, 0)];
    }
}
