using System.Threading.Channels;
using CliWrap;

namespace CsrGraph.Benchmarks.Serving;

/// <summary>A server in a process of its own, which ends with this.</summary>
internal sealed class Served : IAsyncDisposable
{
    private readonly CommandTask<CommandResult> running;
    private readonly CancellationTokenSource kill;

    private Served(CommandTask<CommandResult> running, CancellationTokenSource kill, Uri address) =>
        (this.running, this.kill, Address) = (running, kill, address);

    /// <summary>Where it answers GraphQL.</summary>
    public Uri Address { get; }

    /// <summary>Starts <c>csrgraph serve</c> over a store.</summary>
    public static Task<Served> CsrgraphAsync(string store, CancellationToken cancellation) => StartAsync(
        CliWrap.Cli.Wrap("dotnet").WithArguments([Path.Combine(AppContext.BaseDirectory, "csrgraph.dll"), "serve", "--urls", "http://127.0.0.1:0", "--store", store]),
        "serving ",
        cancellation);

    /// <summary>Starts the peer over a Neo4j.</summary>
    /// <param name="folder">Where <c>npm ci</c> has been run.</param>
    /// <param name="bolt">The Neo4j's Bolt address.</param>
    /// <param name="cancellation">Gives up.</param>
    public static Task<Served> PeerAsync(string folder, string bolt, CancellationToken cancellation) =>
        StartAsync(CliWrap.Cli.Wrap("node").WithArguments(["peer.mjs", bolt]).WithWorkingDirectory(folder), "ready ", cancellation);

    public async ValueTask DisposeAsync()
    {
        await kill.CancelAsync();
        await ((Task)running.Task).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        kill.Dispose();
    }

    private static async Task<Served> StartAsync(Command command, string sign, CancellationToken cancellation)
    {
        var lines = Channel.CreateUnbounded<string>();
        var kill = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var running = command.WithStandardOutputPipe(PipeTarget.ToDelegate(line => lines.Writer.TryWrite(line)))
            .WithStandardErrorPipe(PipeTarget.ToDelegate(Console.Error.WriteLine)).ExecuteAsync(kill.Token);
        _ = running.Task.ContinueWith(_ => lines.Writer.Complete(), CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        await foreach (var line in lines.Reader.ReadAllAsync(cancellation))
        {
            if (line.StartsWith(sign, StringComparison.Ordinal)) return new Served(running, kill, new Uri(line[sign.Length..]));
        }

        throw new InvalidOperationException($"{command.TargetFilePath} {command.Arguments} ended before it served");
    }
}
