using CsrGraph.Store;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace CsrGraph.Sqlite.Connections;

/// <summary>
/// Stops what runs on a connection when the caller gives up or the deadline passes: SQLite is synchronous and looks at no token. An interrupt
/// between two statements is lost, so it is repeated until the call has ended.
/// </summary>
internal sealed class Interruption : IDisposable
{
    private static readonly TimeSpan Again = TimeSpan.FromMilliseconds(20);

    private readonly CancellationToken caller;
    private readonly SqliteStoreOptions options;
    private readonly CancellationTokenSource stop;
    private readonly CancellationTokenRegistration fromCaller;
    private readonly Lock gate = new();
    private CancellationTokenRegistration registration;
    private ITimer? timer;
    private bool isOver;

    public Interruption(SqliteStoreOptions options, CancellationToken caller)
    {
        (this.options, this.caller) = (options, caller);
        stop = new CancellationTokenSource(options.CommandDeadline, options.Clock);
        fromCaller = caller.UnsafeRegister(static source => ((CancellationTokenSource)source!).Cancel(), stop);
    }

    /// <summary>Cancelled by the caller or by the deadline.</summary>
    public CancellationToken Token => stop.Token;

    /// <summary>From now on a cancelled token interrupts this connection.</summary>
    public void Watch(Connection connection)
    {
        var handle = connection.Handle;
        registration = stop.Token.Register(() =>
        {
            lock (gate)
            {
                if (isOver) return;
                raw.sqlite3_interrupt(handle);
                timer = TimeProvider.System.CreateTimer(_ => Interrupt(handle), null, Again, Again);
            }
        });
    }

    /// <summary>What an interrupted statement or a cancelled wait means to the caller; null where the exception means something else.</summary>
    public Exception? Meaning(Exception exception)
    {
        if (exception is not (OperationCanceledException or SqliteException { SqliteErrorCode: raw.SQLITE_INTERRUPT })) return null;
        if (caller.IsCancellationRequested) return new OperationCanceledException("the caller gave up", exception, caller);
        return stop.IsCancellationRequested
            ? new StoreUnavailableException(
                $"'{options.Path}' did not answer within {options.CommandDeadline.TotalSeconds:0.#} s: ask for less at once, or allow more time", exception)
            : null;
    }

    public void Dispose()
    {
        lock (gate) isOver = true;
        registration.Dispose();
        timer?.Dispose();
        fromCaller.Dispose();
        stop.Dispose();
    }

    private void Interrupt(sqlite3 handle)
    {
        lock (gate)
        {
            if (!isOver) raw.sqlite3_interrupt(handle);
        }
    }
}
