using System.Net;
using System.Net.Sockets;
using System.Text;
using Xunit;

namespace CsrGraph.Tests.Web;

/// <summary>What clients get of connections, whether these have threads of their own or share the pool's.</summary>
public sealed class ConnectionSpecs
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    // More than have threads, and more at once than there are processors.
    [Theory]
    [InlineData(1, 300)]
    [InlineData(2, 300)]
    [InlineData(8, 100)]
    [InlineData(70, 40)]
    public async Task Every_client_gets_its_own_answers_in_their_order_however_many_there_are(int clients, int questions)
    {
        await using var server = await RunningServer.StartAsync((request, _) => Task.FromResult(RunningServer.Json(Answer(request.Query))));

        // The second time after a rest, when those that shared the pool have threads again.
        for (var time = 0; time < 2; time++)
        {
            if (time > 0) await Task.Delay(TimeSpan.FromSeconds(1.2), TimeProvider.System, Cancellation);
            await Task.WhenAll(Enumerable.Range(0, clients).Select(async client =>
            {
                using var connection = await RawConnection.OpenAsync(server.Address);
                for (var i = 0; i < questions; i++) Assert.Equal(Answer($"q{client}-{i}"), await connection.AskAsync($"q{client}-{i}"));
            }));
        }
    }

    [Fact]
    public async Task Idle_connections_keep_nobody_from_an_answer()
    {
        await using var server = await RunningServer.StartAsync();
        var idle = new List<RawConnection>();
        for (var i = 0; i < 100; i++) idle.Add(await RawConnection.OpenAsync(server.Address));

        using var connection = await RawConnection.OpenAsync(server.Address);
        await connection.AskAsync("a");
        foreach (var other in idle)
        {
            await other.AskAsync("a");
            other.Dispose();
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(12)]
    public async Task A_client_that_hangs_up_cancels_a_question_that_keeps_its_thread_busy(int clients)
    {
        using var begun = new SemaphoreSlim(0);
        using var cancelled = new SemaphoreSlim(0);
        await using var server = await RunningServer.StartAsync((request, cancellation) =>
        {
            if (request.Query == "short") return Task.FromResult(RunningServer.Json(Answer("short")));
            begun.Release();
            Assert.True(cancellation.WaitHandle.WaitOne(Patience), "nobody cancelled");
            cancelled.Release();
            return Task.FromCanceled<CsrGraph.GraphQL.ApiAnswer>(cancellation);
        });
        var connections = new List<RawConnection>();
        for (var i = 0; i < clients; i++)
        {
            connections.Add(await RawConnection.OpenAsync(server.Address));
            await connections[i].AskForItsThreadAsync();
            await connections[i].SendAsync("long");
            Assert.True(await begun.WaitAsync(Patience, Cancellation), "the question was not begun");
        }

        foreach (var connection in connections) connection.Dispose();

        for (var i = 0; i < clients; i++) Assert.True(await cancelled.WaitAsync(Patience, Cancellation), "the question was not cancelled");
    }

    [Fact]
    public async Task A_client_that_stays_is_answered_however_long_its_question_keeps_the_thread_busy()
    {
        await using var server = await RunningServer.StartAsync((request, cancellation) =>
        {
            if (request.Query == "short") return Task.FromResult(RunningServer.Json(Answer("short")));
            Assert.False(cancellation.WaitHandle.WaitOne(TimeSpan.FromSeconds(0.4)), "it was taken for gone");
            return Task.FromResult(RunningServer.Json(Answer(request.Query)));
        });
        using var connection = await RawConnection.OpenAsync(server.Address);

        // The second one is there already while the first is answered.
        await connection.AskForItsThreadAsync();
        await connection.SendAsync("first");
        await Task.Delay(50, Cancellation);
        await connection.SendAsync("second");

        Assert.Equal(Answer("first"), await connection.ReadAsync());
        Assert.Equal(Answer("second"), await connection.ReadAsync());
    }

    [Fact]
    public async Task Others_are_answered_while_one_keeps_its_thread_busy()
    {
        using var ended = new ManualResetEventSlim();
        await using var server = await RunningServer.StartAsync((request, cancellation) =>
        {
            if (request.Query == "long") ended.Wait(cancellation);
            return Task.FromResult(RunningServer.Json(Answer(request.Query)));
        });
        using var first = await RawConnection.OpenAsync(server.Address);
        await first.AskForItsThreadAsync();
        await first.SendAsync("long");
        using var second = await RawConnection.OpenAsync(server.Address);

        Assert.Equal(Answer("short"), await second.AskAsync("short"));

        ended.Set();
        Assert.Equal(Answer("long"), await first.ReadAsync());
    }

    [Fact]
    public async Task A_question_is_read_whole_however_it_comes()
    {
        await using var server = await RunningServer.StartAsync(
            (request, _) => Task.FromResult(RunningServer.Json(Answer($"{request.Query.Length}"))), with: s => s with { MaxBody = 8_000_000 });
        using var connection = await RawConnection.OpenAsync(server.Address);

        // As much as a connection holds unread, and more; then a few bytes at a time.
        Assert.Equal(Answer("5000000"), await connection.AskAsync(new string('x', 5_000_000)));
        var request = RawConnection.Request(new string('x', 2_000));
        for (var sent = 0; sent < request.Length; sent += 97)
        {
            await connection.SendAsync(request.AsMemory(sent, Math.Min(97, request.Length - sent)));
            if (sent % 10 == 0) await Task.Delay(1, Cancellation);
        }

        Assert.Equal(Answer("2000"), await connection.ReadAsync());
    }

    [Fact]
    public async Task A_large_answer_reaches_a_slow_reader_whole()
    {
        var large = Answer(string.Concat(Enumerable.Range(0, 1_000_000).Select(i => (char)('a' + (i % 26)))));
        await using var server = await RunningServer.StartAsync((request, _) => Task.FromResult(RunningServer.Json(request.Query == "large" ? large : Answer("small"))));
        using var connection = await RawConnection.OpenAsync(server.Address);
        for (var i = 0; i < 3; i++)
        {
            await connection.SendAsync("large");
            await Task.Delay(50, Cancellation);
            Assert.Equal(large, await connection.ReadAsync(piece: 5_003));
            Assert.Equal(Answer("small"), await connection.AskAsync("a"));
        }
    }

    [Fact]
    public async Task A_server_that_stops_ends_idle_connections_at_once()
    {
        var server = await RunningServer.StartAsync();
        using var connection = await RawConnection.OpenAsync(server.Address);
        await connection.AskAsync("a");

        await server.DisposeAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(4), Cancellation);

        Assert.True(await connection.IsAtEndAsync());
    }

    [Fact]
    public async Task A_connection_that_is_reset_while_it_is_answered_harms_nobody()
    {
        await using var server = await RunningServer.StartAsync((request, _) => Task.FromResult(RunningServer.Json(Answer(new string('x', 2_000_000)))));
        for (var i = 0; i < 20; i++)
        {
            using var connection = await RawConnection.OpenAsync(server.Address);
            await connection.SendAsync("a");
            connection.Reset();
        }

        Assert.Equal(HttpStatusCode.OK, (await server.SendAsync(HttpMethod.Get, "health/live")).StatusCode);
        Assert.DoesNotContain(server.Log.Lines, l => l.Level >= Microsoft.Extensions.Logging.LogLevel.Error);
    }

    private static string Answer(string question) => $$$"""{"data":{"a":"{{{question}}}"}}""";

    /// <summary>A client that says when its connection begins and ends, and reads as slowly as it likes.</summary>
    private sealed class RawConnection : IDisposable
    {
        private readonly Socket socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        private readonly List<byte> read = [];

        public static async Task<RawConnection> OpenAsync(Uri address)
        {
            var connection = new RawConnection();
            await connection.socket.ConnectAsync(address.Host, address.Port, Cancellation);
            return connection;
        }

        public static byte[] Request(string question)
        {
            var body = $$"""{"query":"{{question}}"}""";
            return Encoding.UTF8.GetBytes($"POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: {body.Length}\r\n\r\n{body}");
        }

        public async Task<string> AskAsync(string question)
        {
            await SendAsync(question);
            return await ReadAsync();
        }

        /// <summary>Asks until the connection has a thread of its own, where there is one for it.</summary>
        public async Task AskForItsThreadAsync()
        {
            for (var i = 0; i < 3; i++) await AskAsync("short");
        }

        public Task SendAsync(string question) => SendAsync(Request(question));

        public async Task SendAsync(ReadOnlyMemory<byte> bytes) => await socket.SendAsync(bytes, Cancellation);

        /// <summary>The body of the next answer.</summary>
        public async Task<string> ReadAsync(int piece = 65_536)
        {
            var buffer = new byte[piece];
            while (true)
            {
                var text = Encoding.UTF8.GetString([.. read]);
                if (text.IndexOf("\r\n\r\n", StringComparison.Ordinal) is var head && head >= 0)
                {
                    var length = text[..head].Split("\r\n").First(l => l.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase)).Split(':')[1];
                    var end = head + 4 + int.Parse(length, System.Globalization.CultureInfo.InvariantCulture);
                    while (read.Count < end) await FillAsync(buffer);
                    var body = Encoding.UTF8.GetString([.. read[(head + 4)..end]]);
                    read.RemoveRange(0, end);
                    return body;
                }

                await FillAsync(buffer);
            }
        }

        public async Task<bool> IsAtEndAsync() => await socket.ReceiveAsync(new byte[1], Cancellation).AsTask().WaitAsync(Patience, Cancellation) == 0;

        public void Reset()
        {
            socket.LingerState = new LingerOption(true, 0);
            socket.Dispose();
        }

        public void Dispose() => socket.Dispose();

        private async Task FillAsync(byte[] buffer)
        {
            var count = await socket.ReceiveAsync(buffer, Cancellation).AsTask().WaitAsync(Patience, Cancellation);
            Assert.True(count > 0, "the server closed the connection");
            read.AddRange(buffer.AsSpan(0, count));
        }
    }
}
