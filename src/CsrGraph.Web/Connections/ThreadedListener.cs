using System.Buffers;
using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;

namespace CsrGraph.Web.Connections;

/// <summary>Accepts connections.</summary>
internal sealed class ThreadedListener(Socket listening, MemoryPool<byte> memory) : IConnectionListener
{
    private readonly ConnectionWatch watch = new(Environment.ProcessorCount);

    /// <inheritdoc/>
    public EndPoint EndPoint { get; } = listening.LocalEndPoint!;

    /// <inheritdoc/>
    public async ValueTask<ConnectionContext?> AcceptAsync(CancellationToken cancellationToken = default)
    {
        while (true)
        {
            try
            {
                var socket = await listening.AcceptAsync(cancellationToken);
                socket.NoDelay = true;
                var connection = new ThreadedConnection(socket, memory, watch);
                connection.Start();
                return connection;
            }
            catch (Exception e) when (e is ObjectDisposedException or SocketException { SocketErrorCode: SocketError.OperationAborted })
            {
                return null;
            }
            catch (SocketException)
            {
                // The client went before it was accepted.
            }
        }
    }

    /// <inheritdoc/>
    public ValueTask UnbindAsync(CancellationToken cancellationToken = default)
    {
        listening.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        listening.Dispose();
        watch.Dispose();
        memory.Dispose();
        return ValueTask.CompletedTask;
    }
}
