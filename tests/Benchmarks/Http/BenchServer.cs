using System.Globalization;
using CsrGraph.GraphQL;
using CsrGraph.GraphQL.Execution;
using CsrGraph.GraphQL.Limits;
using CsrGraph.GraphQL.Pricing;
using CsrGraph.InMemory;
using CsrGraph.Store;
using CsrGraph.Vocabulary;
using CsrGraph.Web;
using GraphQL;
using GraphQL.Execution;
using Microsoft.Extensions.Logging.Abstractions;

namespace CsrGraph.Benchmarks.Http;

/// <summary>Serves the made events through the web edge that <c>csrgraph serve</c> has.</summary>
internal static class BenchServer
{
    public static async Task RunAsync(ServedKind kind, int port, TextWriter to, CancellationToken cancellation)
    {
        var data = new EventData();
        var answer = kind == ServedKind.Api ? await ApiAsync(data, cancellation) : AnswerOf(kind, data);
        ListenGraphQL listen = async (request, hangUp) => ApiAnswers.Of(await answer(request, hangUp));
        var settings = new WebSettings([new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}"))]);
        await using var server = await WebServer.StartAsync(settings, answer, listen, _ => Task.FromResult(1L), NullLoggerFactory.Instance, cancellation);
        await to.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"pid {Environment.ProcessId}"));
        await to.FlushAsync(cancellation);
        var ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = cancellation.Register(ended.SetResult);
        await ended.Task;
    }

    /// <summary>Who answers, of all kinds but the API.</summary>
    public static AnswerGraphQL AnswerOf(ServedKind kind, EventData data)
    {
        if (kind == ServedKind.Writer)
        {
            var writer = new EventWriter(data);
            return (request, _) => Task.FromResult(writer.Answer(request));
        }

        var level = new LevelStrategy();
        return Executed(data, kind == ServedKind.Level ? () => level : () => new ParallelExecutionStrategy());
    }

    /// <summary>The events in a store.</summary>
    public static async Task<IGraphStore> StoreAsync(EventData data, CancellationToken cancellation)
    {
        var store = new InMemoryStore();
        var load = new NewChangeSet(0, TimeProvider.System.GetUtcNow(), "benchmark", "made", null);
        await store.ApplyAsync(load, EventChanges.Of(data).ToAsyncEnumerable(), cancellation);
        return store;
    }

    private static async Task<AnswerGraphQL> ApiAsync(EventData data, CancellationToken cancellation) =>
        new GraphQLApi(VocabularyDefinition.Load(), await StoreAsync(data, cancellation)).AnswerAsync;

    private static AnswerGraphQL Executed(EventData data, Func<IExecutionStrategy> strategy)
    {
        var options = new ApiOptions();
        var (executer, writer, schema) = (new QueryExecuter(options, strategy), new AnswerWriter(new ErrorShape(options)), EventSchema.Of(data));
        var costs = new CostGate(options);
        return async (request, cancellation) =>
        {
            var result = await executer.ExecuteAsync(new ExecutionOptions
            {
                Listeners = { costs },
                Schema = schema,
                Query = request.Query,
                OperationName = request.OperationName,
                Variables = new Inputs(JsonValues.Members(request.Variables, "variables")),
                CancellationToken = cancellation,
            });
            var bytes = writer.Write(result);
            return new ApiAnswer(bytes.Written, result.Executed, result.Errors is { Count: > 0 } errors ? ErrorShape.CodeOf(errors[0]) : null) { Memory = bytes };
        };
    }
}
