using System.Globalization;
using System.Net;
using System.Net.Sockets;
using CliWrap;
using CsrGraph.Tests;
using Xunit;

namespace CsrGraph.EndToEndTests.Neo4j;

/// <summary>A Neo4j of a test's own, on free ports and in a folder that goes after it, which can be killed and started again over the same data.</summary>
internal sealed class OwnNeo4j : IAsyncDisposable
{
    private const string Password = "open-sesame-1";

    private readonly string server;
    private readonly string home = Directory.CreateTempSubdirectory("csrgraph-neo4j-").FullName;
    private readonly int http = FreePort();
    private readonly int bolt = FreePort();
    private CancellationTokenSource end = new();
    private CommandTask<CommandResult>? running;

    private OwnNeo4j(string server) => this.server = server;

    public string Address => $"http://127.0.0.1:{http.ToString(CultureInfo.InvariantCulture)}";

    /// <summary>What whoever asks it is to have in the environment.</summary>
    public IReadOnlyDictionary<string, string?> Variables => new Dictionary<string, string?>
    {
        ["NEO4J_URI"] = Address,
        ["NEO4J_USERNAME"] = "neo4j",
        ["NEO4J_PASSWORD"] = Password,
        ["NEO4J_DATABASE"] = "neo4j",
    };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Starts one; the test is skipped, with the reason, where there is no server to be started.</summary>
    public static async Task<OwnNeo4j> StartAsync()
    {
        var neo4j = new OwnNeo4j(SharedFiles.Path("neo4j", "server"));
        await neo4j.StartAgainAsync();
        return neo4j;
    }

    public async Task StartAgainAsync()
    {
        end.Dispose();
        end = new CancellationTokenSource();
        var lines = new LineList();
        running = CliWrap.Cli.Wrap(server)
            .WithArguments([home, http.ToString(CultureInfo.InvariantCulture), bolt.ToString(CultureInfo.InvariantCulture)])
            .WithEnvironmentVariables(e => e.Set("NEO4J_PASSWORD", Password))
            .WithValidation(CommandResultValidation.None)
            .WithStandardOutputPipe(PipeTarget.ToDelegate(lines.Add)).WithStandardErrorPipe(PipeTarget.ToDelegate(lines.Add))
            .ExecuteAsync(end.Token);
        await lines.WaitForAsync("ready ", running).WaitAsync(TimeSpan.FromMinutes(3), Cancellation);
    }

    /// <summary>Ends it as a machine does that loses its power: with all its processes, at once and without a word.</summary>
    public async Task KillAsync()
    {
        await end.CancelAsync();
        await ((Task)running!.Task).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        while (await IsListeningAsync()) await Task.Delay(10, Cancellation);
    }

    /// <summary>The number that a statement answers.</summary>
    public async Task<long> NumberAsync(string statement)
    {
        using var request = Neo4jServer.Request(new Uri(Address), "neo4j", "neo4j", Password, statement);
        return (await Neo4jServer.SendAsync(request))[0][0].GetInt64();
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        end.Dispose();
        Directory.Delete(home, recursive: true);
    }

    private async Task<bool> IsListeningAsync()
    {
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync(IPAddress.Loopback, http, Cancellation);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
