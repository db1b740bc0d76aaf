using System.Net;
using System.Runtime.CompilerServices;
using CsrGraph.InMemory;
using CsrGraph.Model;
using CsrGraph.Store;
using CsrGraph.Tests.GraphQL;
using CsrGraph.Vocabulary;
using CsrGraph.Web;
using Xunit;

namespace CsrGraph.Tests.Web;

/// <summary>No more exports are sent at once than may be, and a place is free again when its export ends, however that is.</summary>
public sealed class ExportLimitSpecs(SmallGraph small) : IClassFixture<SmallGraph>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task One_more_than_may_be_is_told_when_to_ask_again_and_one_who_hangs_up_makes_room()
    {
        var endless = new EndlessStore(small.Store);
        await using var server = await StartAsync(endless);
        using var hangUp = new CancellationTokenSource();
        var first = await server.Client.GetAsync(new Uri("export/jsonl", UriKind.Relative), HttpCompletionOption.ResponseHeadersRead, hangUp.Token);
        var body = await first.Content.ReadAsStreamAsync(Cancellation);
        Assert.Equal('{', body.ReadByte());

        using var second = await server.SendAsync(HttpMethod.Get, "export/jsonl");
        await ErrorShape.RequireAsync(second, HttpStatusCode.ServiceUnavailable, "TOO_MANY_EXPORTS");
        Assert.InRange(second.Headers.RetryAfter!.Delta!.Value, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1));

        await hangUp.CancelAsync();
        await body.DisposeAsync();
        first.Dispose();
        await endless.Ended.WaitAsync(Patience, Cancellation);
        using var third = await OnceFreeAsync(server);
        Assert.Equal(HttpStatusCode.OK, third.StatusCode);
    }

    [Fact]
    public async Task Exports_that_ended_or_were_refused_take_no_place()
    {
        await using var server = await StartAsync(small.Store);

        foreach (var (status, path) in new[] { (HttpStatusCode.OK, "export/csv"), (HttpStatusCode.BadRequest, "export/csv?around=org:nobody"), (HttpStatusCode.OK, "export/gexf") })
        {
            using var sent = await server.SendAsync(HttpMethod.Get, path);
            Assert.Equal(status, sent.StatusCode);
            await sent.Content.ReadAsByteArrayAsync(Cancellation);
            using var head = await OnceFreeAsync(server);
            Assert.Equal(HttpStatusCode.OK, head.StatusCode);
        }
    }

    // The server hears that the last one ended a moment after its client does.
    private static async Task<HttpResponseMessage> OnceFreeAsync(RunningServer server)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (true)
        {
            var answer = await server.SendAsync(HttpMethod.Head, "export/jsonl");
            if (answer.StatusCode != HttpStatusCode.ServiceUnavailable || patience.IsCancellationRequested) return answer;
            answer.Dispose();
            await Task.Delay(20, Cancellation);
        }
    }

    private static Task<RunningServer> StartAsync(IGraphStore store) => RunningServer.StartAsync(
        with: settings => settings with { MaxExports = 1 }, graph: new ServedGraph(store, VocabularyDefinition.Load(), (_, _) => throw new FormatException("no filter"), Path.GetTempPath()));

    /// <summary>A store of entities without end.</summary>
    private sealed class EndlessStore(IGraphStore inner) : PassingStore(inner)
    {
        private readonly TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Ended => ended.Task;

        public override async IAsyncEnumerable<Change> ChangesAsync(long after, long upTo, [EnumeratorCancellation] CancellationToken cancellation)
        {
            try
            {
                for (var i = 0; ; i++)
                {
                    cancellation.ThrowIfCancellationRequested();
                    await Task.Yield();
                    yield return new Change.EntityAdded(
                        new Entity(new EntityId($"org:{i}"), "ORGANISATION", null, [new Name($"机构{i}", "zh-Hans", "FULL", true, null, null)], [], Qualifiers.None, null));
                }
            }
            finally
            {
                ended.SetResult();
            }
        }
    }
}
