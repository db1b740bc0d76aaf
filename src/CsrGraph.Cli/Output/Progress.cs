using CsrGraph.Seeding;
using Spectre.Console;

namespace CsrGraph.Cli.Output;

/// <summary>Says what is going on where it takes more than a second: a moving line on a terminal, one plain line elsewhere.</summary>
internal sealed class Progress(Invocation invocation)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);

    public async Task<T> WhileAsync<T>(string what, Func<Task<T>> work)
    {
        // The work may keep its thread for long.
        var running = Task.Run(work);
        if (await Task.WhenAny(running, Task.Delay(Patience, invocation.Time)) != running) await ShowAsync(what, running);
        return await running;
    }

    /// <summary>The same for work that tells how far it is: how many claims, how many a second, and how long it will take.</summary>
    public async Task<T> WhileAsync<T>(WorkProgress work, Func<Task<T>> run)
    {
        var line = new WorkLine(work, invocation.Time);
        var running = Task.Run(run);
        if (await Task.WhenAny(running, Task.Delay(Patience, invocation.Time)) != running) await ShowAsync(line, running);
        return await running;
    }

    private async Task ShowAsync(WorkLine line, Task running)
    {
        if (!invocation.Terminal.CanDraw)
        {
            do await invocation.Error.WriteLineAsync(line.Say());
            while (await Task.WhenAny(running, Task.Delay(Interval, invocation.Time)) != running);
            return;
        }

        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(invocation.Error) });
        await console.Status().StartAsync(Markup.Escape(line.Say()), async status =>
        {
            while (await Task.WhenAny(running, Task.Delay(Patience, invocation.Time)) != running) status.Status = Markup.Escape(line.Say());
        });
    }

    private async Task ShowAsync(string what, Task running)
    {
        if (!invocation.Terminal.CanDraw)
        {
            await invocation.Error.WriteLineAsync(what + " …");
            return;
        }

        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(invocation.Error) });
        await console.Status().StartAsync(Markup.Escape(what) + " …", _ => Task.WhenAny(running));
    }
}
