using System.Net;
using System.Net.Sockets;

namespace CsrGraph.EndToEndTests.Neo4j;

/// <summary>Stands before a server on a port of its own. Switched off, it cuts every connection and takes none, as where the server has died.</summary>
internal sealed class SwitchedRelay : IAsyncDisposable
{
    private readonly Uri target;
    private readonly int port;
    private CancellationTokenSource on = new();
    private Task accepting;

    public SwitchedRelay(Uri target)
    {
        this.target = target;
        var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        port = ((IPEndPoint)listener.LocalEndpoint).Port;
        accepting = AcceptAsync(listener, on.Token);
    }

    public string Address => $"http://127.0.0.1:{port}";

    public async Task OffAsync()
    {
        await on.CancelAsync();
        await accepting;
    }

    public void On()
    {
        on.Dispose();
        on = new CancellationTokenSource();
        var listener = new TcpListener(IPAddress.Loopback, port);
        listener.Start();
        accepting = AcceptAsync(listener, on.Token);
    }

    public async ValueTask DisposeAsync()
    {
        await OffAsync();
        on.Dispose();
    }

    private async Task AcceptAsync(TcpListener listener, CancellationToken off)
    {
        var relays = new List<Task>();
        try
        {
            while (true) relays.Add(RelayAsync(await listener.AcceptTcpClientAsync(off), off));
        }
        catch (OperationCanceledException)
        {
            // Switched off.
        }

        listener.Stop();
        await Task.WhenAll(relays);
    }

    private async Task RelayAsync(TcpClient client, CancellationToken off)
    {
        using (client)
        using (var server = new TcpClient())
        {
            // A cut, no farewell.
            client.LingerState = new LingerOption(true, 0);
            await ConnectAsync().ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

            async Task ConnectAsync()
            {
                await server.ConnectAsync(target.Host, target.Port, off);
                await Task.WhenAny(client.GetStream().CopyToAsync(server.GetStream(), off), server.GetStream().CopyToAsync(client.GetStream(), off));
            }
        }
    }
}
