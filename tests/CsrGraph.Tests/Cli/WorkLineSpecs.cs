using CsrGraph.Cli.Output;
using CsrGraph.Seeding;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace CsrGraph.Tests.Cli;

public class WorkLineSpecs
{
    private readonly FakeTimeProvider time = new();
    private readonly WorkProgress work = new();

    [Fact]
    public void Claims_rate_and_remaining_time_are_said()
    {
        work.Begin("loading", 2_000_000);
        var line = new WorkLine(work, time);
        work.Advance(500_000);
        work.Count(400_000);
        time.Advance(TimeSpan.FromSeconds(10));

        Assert.Equal("loading: 400,000 claims, 25 %, 40,000 a second, 30 s left", line.Say());
    }

    [Fact]
    public void Another_piece_of_work_has_a_rate_of_its_own()
    {
        work.Begin("reading", 100);
        var line = new WorkLine(work, time);
        time.Advance(TimeSpan.FromSeconds(50));
        work.Begin("loading", 100);
        Assert.Equal("loading: 0 %", line.Say());
        work.Advance(50);
        work.Count(50);
        time.Advance(TimeSpan.FromSeconds(5));

        Assert.Equal("loading: 50 claims, 50 %, 10 a second, 5 s left", line.Say());
    }

    [Fact]
    public void Where_nobody_knows_how_much_there_is_only_the_work_is_named()
    {
        work.Begin("comparing", null);
        Assert.Equal("comparing …", new WorkLine(work, time).Say());
    }
}
