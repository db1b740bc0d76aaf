using System.Runtime.InteropServices;

namespace CsrGraph.Cli;

/// <summary>Listens for Ctrl-C and SIGTERM. The first one asks the work to end, a second one ends the process at once.</summary>
internal sealed class Interruption : IDisposable
{
    private readonly CancellationTokenSource source = new();
    private readonly PosixSignalRegistration[] registrations;
    private int signals;

    public Interruption() => registrations =
    [
        PosixSignalRegistration.Create(PosixSignal.SIGINT, Receive),
        PosixSignalRegistration.Create(PosixSignal.SIGTERM, Receive),
    ];

    /// <summary>Cancelled by the first signal.</summary>
    public CancellationToken Token => source.Token;

    /// <summary>True where the first signal was SIGTERM.</summary>
    public bool IsTermination { get; private set; }

    /// <summary>The exit code of work that a signal cut short.</summary>
    public int ExitCode => IsTermination ? Cli.ExitCode.Terminated : Cli.ExitCode.Interrupted;

    public void Dispose()
    {
        foreach (var registration in registrations) registration.Dispose();
        source.Dispose();
    }

    private void Receive(PosixSignalContext context)
    {
        if (Interlocked.Increment(ref signals) > 1) return;
        context.Cancel = true;
        IsTermination = context.Signal == PosixSignal.SIGTERM;
        source.Cancel();
    }
}
