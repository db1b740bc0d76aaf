using System.Net;
using System.Net.Sockets;

namespace CsrGraph.Tests.Neo4j.Harness;

/// <summary>
/// Stands between a client and a server, and cuts the first connections: after so many bytes of what the server says, both sides are closed. When
/// the cuts are used up it lets everything through.
/// </summary>
internal sealed class CuttingProxy : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource end = new();
    private readonly Uri target;
    private readonly Queue<int> cuts;
    private readonly Task accepting;

    private CuttingProxy(Uri target, IEnumerable<int> cuts)
    {
        (this.target, this.cuts) = (target, new Queue<int>(cuts));
        listener.Start();
        accepting = AcceptAsync();
    }

    public Uri Address => new($"http://{listener.LocalEndpoint}");

    /// <summary>How many connections were cut.</summary>
    public int Cut { get; private set; }

    public static CuttingProxy Before(Uri target, params IEnumerable<int> cuts) => new(target, cuts);

    public async ValueTask DisposeAsync()
    {
        await end.CancelAsync();
        listener.Stop();
        await accepting.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        end.Dispose();
    }

    private async Task AcceptAsync()
    {
        var connections = new List<Task>();
        while (!end.IsCancellationRequested)
        {
            var client = await listener.AcceptTcpClientAsync(end.Token);
            connections.Add(RelayAsync(client, cuts.TryDequeue(out var bytes) ? bytes : int.MaxValue));
        }

        await Task.WhenAll(connections);
    }

    private async Task RelayAsync(TcpClient client, int bytes)
    {
        using (client)
        using (var server = new TcpClient())
        {
            await server.ConnectAsync(target.Host, target.Port, end.Token);
            var asking = CopyAsync(client.GetStream(), server.GetStream(), int.MaxValue);
            var isCut = await CopyAsync(server.GetStream(), client.GetStream(), bytes);
            if (isCut) Cut++;
        }
    }

    private async Task<bool> CopyAsync(NetworkStream from, NetworkStream to, int bytes)
    {
        var buffer = new byte[4096];
        try
        {
            while (bytes > 0)
            {
                var read = await from.ReadAsync(buffer.AsMemory(0, Math.Min(buffer.Length, bytes)), end.Token);
                if (read == 0) return false;
                await to.WriteAsync(buffer.AsMemory(0, read), end.Token);
                bytes -= read;
            }

            return true;
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException or OperationCanceledException)
        {
            // The other side has gone: that is what it is for.
            return false;
        }
    }
}
