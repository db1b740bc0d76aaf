using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;

namespace CsrGraph.Web.Connections;

/// <summary>
/// A transport for Kestrel in which a connection has a thread of its own while few are busy. By Kestrel's own a request goes from thread to thread four
/// times between its socket and its answer, which takes as long as a short answer does.
/// </summary>
internal sealed class ThreadedTransport(IMemoryPoolFactory<byte> memory) : IConnectionListenerFactory, IConnectionListenerFactorySelector
{
    /// <inheritdoc/>
    public bool CanBind(EndPoint endpoint) => endpoint is IPEndPoint;

    /// <inheritdoc/>
    [SuppressMessage("Reliability", "CA2000", Justification = "The listener owns the socket and disposes of it.")]
    public ValueTask<IConnectionListener> BindAsync(EndPoint endpoint, CancellationToken cancellationToken = default)
    {
        var options = new SocketTransportOptions();
        try
        {
            var socket = options.CreateBoundListenSocket(endpoint);
            socket.Listen(options.Backlog);
            return ValueTask.FromResult<IConnectionListener>(new ThreadedListener(socket, memory.Create()));
        }
        catch (SocketException e) when (e.SocketErrorCode == SocketError.AddressAlreadyInUse)
        {
            // Kestrel, which listens on two addresses for "localhost", knows it by this.
            throw new AddressInUseException(e.Message, e);
        }
    }
}
