using System.Net.Http.Json;
using CsrGraph.GraphQL;
using CsrGraph.InMemory;
using CsrGraph.Store;
using CsrGraph.StoreTests.Harness;
using CsrGraph.Vocabulary;
using CsrGraph.Web;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace CsrGraph.StoreTests;

/// <summary>A client of the server that hangs up ends what its question has the store do.</summary>
public sealed class HangUpSpecs
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Theory, EveryStore]
    public async Task A_client_that_hangs_up_cancels_the_call_that_its_question_makes_to_the_store(string store)
    {
        await using var graph = await GraphUnderTest.SampleAsync(store);
        var watched = new HeldStore(graph.Store);
        using var api = new GraphQLApi(VocabularyDefinition.Load(), watched);
        await using var server = await WebServer.StartAsync(
            new WebSettings([new Uri("http://127.0.0.1:0")]), api.AnswerAsync, api.ListenAsync, _ => Task.FromResult(1L), NullLoggerFactory.Instance, TestContext.Current.CancellationToken);
        using var client = new HttpClient { BaseAddress = server.Addresses[0] };
        using var hangUp = new CancellationTokenSource();

        var asking = client.PostAsJsonAsync("graphql", new { query = "{ events { nodes { guidedBy { nodes { name } } } } }" }, hangUp.Token);
        await watched.Begun.WaitAsync(Patience, TestContext.Current.CancellationToken);
        await hangUp.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asking);
        var ended = await watched.Ended.WaitAsync(Patience, TestContext.Current.CancellationToken);
        Assert.IsAssignableFrom<OperationCanceledException>(ended);
        Assert.Equal(1, (await graph.Store.ChangeSetsAsync([new ChangeSetRequest(1)], TestContext.Current.CancellationToken))[0][0].Number);
    }

    /// <summary>A store whose search for entities begins once its caller has gone, and that remembers how the search ended.</summary>
    private sealed class HeldStore(IGraphStore inner) : PassingStore(inner)
    {
        private readonly TaskCompletionSource begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource<Exception?> ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Begun => begun.Task;

        public Task<Exception?> Ended => ended.Task;

        public override async Task<IReadOnlyList<Page<EntityRow>>> FindAsync(IReadOnlyList<FindRequest> requests, AsOf asOf, CancellationToken cancellation)
        {
            begun.SetResult();
            await Task.Delay(Timeout.Infinite, cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            try
            {
                var found = await base.FindAsync(requests, asOf, cancellation);
                ended.SetResult(null);
                return found;
            }
            catch (Exception e)
            {
                ended.SetResult(e);
                throw;
            }
        }
    }
}
