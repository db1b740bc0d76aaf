using CsrGraph.Cli;
using CsrGraph.Cli.Output;
using CsrGraph.Cli.Settings;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace CsrGraph.Tests.Cli;

public sealed class ProgressSpecs : IDisposable
{
    private readonly FakeTimeProvider time = new();
    private readonly LineWriter error = new();

    public void Dispose() => error.Dispose();

    [Fact]
    public async Task Work_of_less_than_a_second_says_nothing()
    {
        Assert.Equal(1, await Progress().WhileAsync("reading", () => Task.FromResult(1)));

        Assert.Empty(error.ToString());
    }

    [Fact]
    public async Task Work_of_more_than_a_second_says_what_it_does_in_one_plain_line()
    {
        var work = new TaskCompletionSource<int>();
        var running = Progress().WhileAsync("reading", () => work.Task);
        while (!error.HasLine.Task.IsCompleted)
        {
            time.Advance(TimeSpan.FromMilliseconds(600));
            await Task.Yield();
        }

        work.SetResult(2);

        Assert.Equal(2, await running);
        Assert.Equal("reading …" + Environment.NewLine, error.ToString());
    }

    private Progress Progress() =>
        new(new Invocation(new Terminal(TextReader.Null, TextWriter.Null, error, CanDraw: false), SettingValues.Read(_ => null, out _), _ => null, time));

    private sealed class LineWriter : StringWriter
    {
        public TaskCompletionSource HasLine { get; } = new();

        public override async Task WriteLineAsync(string? value)
        {
            await base.WriteLineAsync(value);
            HasLine.SetResult();
        }
    }
}
