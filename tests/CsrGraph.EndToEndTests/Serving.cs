using System.Net.Http.Json;
using System.Text.Json;
using CliWrap;
using Xunit;

namespace CsrGraph.EndToEndTests;

/// <summary>A running <c>csrgraph serve</c> on a free port.</summary>
internal sealed class Serving : IAsyncDisposable
{
    private readonly CommandTask<CommandResult> running;
    private readonly CancellationTokenSource kill;

    private Serving(CommandTask<CommandResult> running, CancellationTokenSource kill, Uri address, IReadOnlyList<string> lines)
    {
        (this.running, this.kill, Lines) = (running, kill, lines);
        Client = new HttpClient { BaseAddress = address };
    }

    public HttpClient Client { get; }

    /// <summary>The number of the process.</summary>
    public int ProcessId => running.ProcessId;

    /// <summary>What it printed so far.</summary>
    public IReadOnlyList<string> Lines { get; }

    public static async Task<Serving> StartAsync(Csrgraph csrgraph, params string[] arguments)
    {
        var lines = new LineList();
        var kill = new CancellationTokenSource();
        var running = Interruptible(csrgraph.Command(["serve", "--urls", "http://127.0.0.1:0", .. arguments]))
            .WithStandardOutputPipe(PipeTarget.ToDelegate(lines.Add)).WithStandardErrorPipe(PipeTarget.ToDelegate(lines.Add)).ExecuteAsync(kill.Token);
        var serving = await lines.WaitForAsync("serving ", running).WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        return new Serving(running, kill, new Uri(serving["serving ".Length..].Replace("graphql", "", StringComparison.Ordinal)), lines);
    }

    /// <summary>Asks over HTTP.</summary>
    public async Task<JsonElement> AskAsync(string query, object? variables = null)
    {
        using var response = await Client.PostAsJsonAsync("graphql", new { query, variables }, TestContext.Current.CancellationToken);
        return await response.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
    }

    /// <summary>Sends a signal and gives the exit code.</summary>
    public async Task<int> EndAsync(string signal)
    {
        await CliWrap.Cli.Wrap("kill").WithArguments(["-" + signal, running.ProcessId.ToString(System.Globalization.CultureInfo.InvariantCulture)]).ExecuteAsync(TestContext.Current.CancellationToken);
        return (await running.Task.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken)).ExitCode;
    }

    // A shell that runs its jobs in the background has them ignore Ctrl-C, and whoever they start as well.
    private static Command Interruptible(Command command)
    {
        const int Interrupt = 1 << 1;
        if (!OperatingSystem.IsLinux()) return command;
        var ignored = File.ReadLines("/proc/self/status").Single(l => l.StartsWith("SigIgn:", StringComparison.Ordinal))["SigIgn:".Length..];
        var isIgnored = (Convert.ToUInt64(ignored.Trim(), 16) & Interrupt) != 0;
        return isIgnored ? command.WithTargetFile("env").WithArguments($"--default-signal=INT {command.TargetFilePath} {command.Arguments}") : command;
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await kill.CancelAsync();
        await ((Task)running.Task).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        kill.Dispose();
    }
}
