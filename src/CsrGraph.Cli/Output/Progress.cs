using Spectre.Console;

namespace CsrGraph.Cli.Output;

/// <summary>Says what is going on where it takes more than a second: a moving line on a terminal, one plain line elsewhere.</summary>
internal sealed class Progress(Invocation invocation)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    public async Task<T> WhileAsync<T>(string what, Func<Task<T>> work)
    {
        // The work may keep its thread for long.
        var running = Task.Run(work);
        if (await Task.WhenAny(running, Task.Delay(Patience, invocation.Time)) != running) await ShowAsync(what, running);
        return await running;
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
