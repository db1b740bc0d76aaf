using System.Buffers;
using System.IO.Pipelines;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using Microsoft.AspNetCore.Connections;

namespace CsrGraph.Web.Connections;

/// <summary>
/// A connection whose own thread waits for what comes, runs what Kestrel does with it, and sends the answer. Where there is no thread for it, the
/// pool's threads do that as they do for Kestrel's own transport.
/// </summary>
internal sealed class ThreadedConnection : DefaultConnectionContext
{
    private const int LeastRead = 4096;
    private const int MostUnread = 1 << 20;
    private const int MostUnsent = 1 << 16;

    private readonly Socket socket;
    private readonly ConnectionWatch watch;
    private readonly OwnTurn turn = new();
    private readonly Pipe input;
    private readonly Pipe output;
    private readonly CancellationTokenSource closed = new();
    private readonly TaskCompletionSource told = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource received = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<ArraySegment<byte>> segments = [];
    private Task sent = Task.CompletedTask;
    private Exception? reason;
    private long turns;
    private bool isShut;
    private bool isToldClosed;

    /// <param name="socket">The connection; owned.</param>
    /// <param name="memory">Where what comes and goes is kept.</param>
    /// <param name="watch">Says whether there is a thread for it, and sees its client go while that is busy.</param>
    public ThreadedConnection(Socket socket, MemoryPool<byte> memory, ConnectionWatch watch)
    {
        (this.socket, this.watch) = (socket, watch);
        input = new Pipe(Options(memory, turn, MostUnread));
        output = new Pipe(Options(memory, PipeScheduler.Inline, MostUnsent));
        ConnectionId = Guid.NewGuid().ToString("N");
        (LocalEndPoint, RemoteEndPoint) = (socket.LocalEndPoint, socket.RemoteEndPoint);
        ConnectionClosed = closed.Token;
        Transport = new Duplex(input.Reader, output.Writer);
    }

    /// <summary>Changes with each piece that comes; odd while the connection's thread runs what Kestrel does with one.</summary>
    public long Turn => Volatile.Read(ref turns);

    public void Start()
    {
        watch.Add(this);
        sent = SendAsync();
        if (!watch.TryRun(ReceiveByThread)) _ = ReceiveByPoolAsync();
    }

    /// <summary>Tells Kestrel where the client has closed its side in the turn of this number, which the thread is too busy to see.</summary>
    public void LookForDeparture(long during)
    {
        try
        {
            // Readable, but nothing to read; unless the next turn has read it meanwhile.
            if (socket.Poll(0, SelectMode.SelectRead) && socket.Available == 0 && Turn == during) TellClosed();
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // The thread meets it too.
        }
    }

    /// <inheritdoc/>
    public override void Abort(ConnectionAbortedException abortReason)
    {
        Shut(abortReason);
        output.Reader.CancelPendingRead();
    }

    /// <inheritdoc/>
    public override async ValueTask DisposeAsync()
    {
        await input.Reader.CompleteAsync();
        await output.Writer.CompleteAsync();
        await sent;
        await received.Task;
        await told.Task;
        closed.Dispose();
        await base.DisposeAsync();
    }

    private static PipeOptions Options(MemoryPool<byte> memory, PipeScheduler reader, int most) =>
        new(memory, reader, PipeScheduler.ThreadPool, most, most / 2, useSynchronizationContext: false);

    private void ReceiveByThread()
    {
        try
        {
            while (ReceiveOnce())
            {
                if (!watch.IsCrowded) continue;
                _ = ReceiveByPoolAsync();
                return;
            }

            EndInput(null);
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            EndInput(e);
        }
    }

    private bool ReceiveOnce()
    {
        // A wait in the kernel: Receive would wait for the runtime's thread that watches sockets, to be woken by it.
        socket.Poll(Timeout.InfiniteTimeSpan, SelectMode.SelectRead);
        var count = socket.Receive(input.Writer.GetSpan(LeastRead), SocketFlags.None);
        if (count == 0) return false;
        input.Writer.Advance(count);
        Interlocked.Increment(ref turns);
        var flushed = turn.Run(input.Writer, isOwn: watch.Begin());
        watch.End();
        Interlocked.Increment(ref turns);
        return !flushed.IsCompleted;
    }

    private async Task ReceiveByPoolAsync()
    {
        try
        {
            while (await ReceiveOnceAsync())
            {
                if (watch.TryRun(ReceiveByThread)) return;
            }

            EndInput(null);
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            EndInput(e);
        }
    }

    private async ValueTask<bool> ReceiveOnceAsync()
    {
        // Memory is taken once something is there, as many connections have nothing to say.
        await socket.ReceiveAsync(Memory<byte>.Empty);
        var count = await socket.ReceiveAsync(input.Writer.GetMemory(LeastRead));
        if (count == 0) return false;
        input.Writer.Advance(count);
        Interlocked.Add(ref turns, 2);
        watch.Wake();
        return !(await input.Writer.FlushAsync()).IsCompleted;
    }

    private void EndInput(Exception? error)
    {
        watch.Remove(this);
        input.Writer.Complete(reason ?? (error is SocketException ? new ConnectionResetException(error.Message, error) : error));
        TellClosed();
        received.SetResult();
    }

    private async Task SendAsync()
    {
        Exception? error = null;
        try
        {
            while (true)
            {
                var result = await output.Reader.ReadAsync();
                if (result.IsCanceled) break;
                if (!result.Buffer.IsEmpty) await SendAsync(result.Buffer);
                output.Reader.AdvanceTo(result.Buffer.End);
                if (result.IsCompleted) break;
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            error = e;
        }

        Shut(error);
        await output.Reader.CompleteAsync(error);
        input.Writer.CancelPendingFlush();
    }

    private async ValueTask SendAsync(ReadOnlySequence<byte> buffer)
    {
        if (buffer.IsSingleSegment)
        {
            await socket.SendAsync(buffer.First);
            return;
        }

        segments.Clear();
        foreach (var memory in buffer)
        {
            MemoryMarshal.TryGetArray(memory, out var segment);
            segments.Add(segment);
        }

        await socket.SendAsync(segments);
    }

    // What others do when they hear of it is none of this thread's work.
    private void TellClosed()
    {
        if (Interlocked.Exchange(ref isToldClosed, true)) return;
        ThreadPool.UnsafeQueueUserWorkItem(
            connection =>
            {
                connection.closed.Cancel();
                connection.told.SetResult();
            },
            this,
            preferLocal: false);
    }

    private void Shut(Exception? why)
    {
        if (Interlocked.Exchange(ref isShut, true)) return;
        reason = why ?? new ConnectionAbortedException("the server closed the connection");
        try
        {
            socket.Shutdown(SocketShutdown.Both);
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // The client was first.
        }

        socket.Dispose();
    }

    private sealed record Duplex(PipeReader Input, PipeWriter Output) : IDuplexPipe;
}
