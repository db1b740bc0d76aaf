using System.Buffers;
using System.Runtime.ExceptionServices;
using System.Text.Json;
using CsrGraph.GraphQL.Execution;
using CsrGraph.GraphQL.Limits;
using CsrGraph.GraphQL.Pricing;
using CsrGraph.GraphQL.Resolving;
using CsrGraph.GraphQL.Schema;
using CsrGraph.GraphQL.Subscribing;
using CsrGraph.GraphQL.Telemetry;
using CsrGraph.Store;
using CsrGraph.Vocabulary;
using GraphQL;
using GraphQL.Execution;
using GraphQL.Utilities;

namespace CsrGraph.GraphQL;

/// <summary>
/// The API: a schema made of a vocabulary, answered from a store. Safe for many requests at once; it does not own the store.
/// </summary>
public sealed class GraphQLApi : IDisposable
{
    private readonly global::GraphQL.Types.Schema schema;
    private readonly IGraphStore store;
    private readonly ApiOptions options;
    private readonly QueryExecuter executer;
    private readonly AnswerWriter writer;
    private readonly CostGate costs;
    private readonly Subscriptions subscriptions;
    private readonly LoneFilters filters;

    /// <summary>Makes the schema; takes some tenths of a second.</summary>
    /// <exception cref="InvalidOperationException">The vocabulary leads to two fields or types of one name; the message says which.</exception>
    public GraphQLApi(VocabularyDefinition vocabulary, IGraphStore store, ApiOptions? options = null)
        : this(vocabulary, store, options, new LevelStrategy())
    {
    }

    private GraphQLApi(VocabularyDefinition vocabulary, IGraphStore store, ApiOptions? options, LevelStrategy strategy)
        : this(vocabulary, store, options, () => strategy)
    {
    }

    /// <summary>The same with another way to execute, one for each request.</summary>
    internal GraphQLApi(VocabularyDefinition vocabulary, IGraphStore store, ApiOptions? options, Func<IExecutionStrategy> strategy)
    {
        this.store = store;
        this.options = options ?? new ApiOptions();
        schema = ApiSchema.Make(vocabulary, this.options);
        executer = new QueryExecuter(this.options, strategy);
        writer = new AnswerWriter(new ErrorShape(this.options));
        costs = new CostGate(this.options);
        filters = new LoneFilters(schema, this.options);
        subscriptions = new Subscriptions(store, vocabulary, this.options, AnswerEventAsync);
    }

    /// <summary>The schema itself.</summary>
    internal global::GraphQL.Types.ISchema Schema => schema;

    /// <summary>A vocabulary's schema in GraphQL's schema language, types and fields in ordinal order.</summary>
    /// <exception cref="InvalidOperationException">The vocabulary leads to two fields or types of one name; the message says which.</exception>
    public static string PrintSchema(VocabularyDefinition vocabulary)
    {
        using var made = ApiSchema.Make(vocabulary, new ApiOptions());
        return Print(made);
    }

    /// <summary>This schema in GraphQL's schema language.</summary>
    public string PrintSchema() => Print(schema);

    /// <summary>
    /// Answers a request. Whatever is wrong with it is said in the answer.
    /// </summary>
    /// <exception cref="StoreUnavailableException">The store could not be asked, or failed on the way: half an answer would be taken for a whole one.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public Task<ApiAnswer> AnswerAsync(ApiRequest request, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        var root = new Root(new Request(store, options.MaxRows));
        return AnswerAsync(request, root, new HeadPin(store, root), cancellation);
    }

    /// <summary>
    /// Answers a request whose answers may be many: of a subscription one for each event, of any other the one that <see cref="AnswerAsync(ApiRequest, CancellationToken)"/>
    /// gives. Whatever is wrong with the request is the only answer. A store that fails while somebody listens is asked again until it answers.
    /// </summary>
    /// <exception cref="StoreUnavailableException">The store could not be asked.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public async Task<ApiAnswers> ListenAsync(ApiRequest request, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        var subscribing = new SubscribeStrategy();
        var result = await ExecuteAsync(request, subscribing, null, cancellation);
        if (result.Errors is { Count: > 0 }) return ApiAnswers.Of(Write(new ExecutionResult { Errors = result.Errors }));
        if (subscribing.Found is not { } subscription) return ApiAnswers.Of(await AnswerAsync(request, cancellation));
        try
        {
            return await subscriptions.ListenAsync(request, subscription, cancellation);
        }
        catch (ApiError tooMany)
        {
            return ApiAnswers.Of(Write(new ExecutionResult(tooMany)));
        }
    }

    /// <summary>Reads a filter of the field <c>projection</c> from JSON, as a variable of that type is read.</summary>
    /// <param name="argument"><c>filter</c> or <c>overFilter</c>.</param>
    /// <param name="json">The value.</param>
    /// <exception cref="FormatException">The value is no such filter; the message says what is wrong.</exception>
    public Task<EntityFilter> ReadProjectionFilterAsync(string argument, JsonElement json) => filters.ReadAsync(ProjectionFields.Field, argument, json);

    /// <inheritdoc/>
    public void Dispose()
    {
        subscriptions.Dispose();
        schema.Dispose();
    }

    private static string Print(global::GraphQL.Types.Schema schema) => schema.Print(new PrintOptions { StringComparison = StringComparison.Ordinal });

    // All of an event is answered for the state that its change-set led to.
    private Task<ApiAnswer> AnswerEventAsync(ApiRequest request, ChangeSet changeSet, CancellationToken cancellation)
    {
        var scope = new Scope(new Request(store, options.MaxRows), new AsOf(changeSet.Number), false);
        return AnswerAsync(request, new Root(scope.Request) { Scope = scope, Applied = new ChangeSetAt(changeSet, scope) }, null, cancellation);
    }

    private async Task<ApiAnswer> AnswerAsync(ApiRequest request, Root root, HeadPin? pin, CancellationToken cancellation)
    {
        using var span = OperationSpan.Start(options);
        var result = await ExecuteAsync(request, root, pin, cancellation);
        if (result.Errors?.Select(e => e.InnerException).OfType<StoreUnavailableException>().FirstOrDefault() is { } unavailable)
        {
            span.End(request, root, ErrorCode.StoreUnavailable);
            ExceptionDispatchInfo.Throw(unavailable);
        }

        // Where rows ended halfway, what was found before is no answer.
        var tooMany = result.Errors?.OfType<ApiError>().FirstOrDefault(e => e.Limit?.Name == RowLimit.Name);
        var answer = Write(tooMany is null ? result : new ExecutionResult(tooMany));
        span.End(request, root, answer.Code);
        return answer;
    }

    private async Task<ExecutionResult> ExecuteAsync(ApiRequest request, object root, HeadPin? pin, CancellationToken cancellation)
    {
        using var late = new CancellationTokenSource(options.Timeout, options.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, late.Token);
        try
        {
            return await ExecuteInTimeAsync(request, root, pin, either.Token);
        }
        catch (OperationCanceledException e) when (late.IsCancellationRequested && !cancellation.IsCancellationRequested)
        {
            var seconds = (long)options.Timeout.TotalSeconds;
            return new ExecutionResult(ApiError.Exceeds(new Limit("seconds", seconds, null), $"the question was not answered within {seconds} s; ask for less", e));
        }
    }

    private async Task<ExecutionResult> ExecuteInTimeAsync(ApiRequest request, object root, HeadPin? pin, CancellationToken cancellation)
    {
        var execution = new ExecutionOptions
        {
            Schema = schema,
            Query = request.Query,
            OperationName = request.OperationName,
            Root = root,
            UnhandledExceptionDelegate = new FaultMask(options.OnFault).MaskAsync,
            CancellationToken = cancellation,
        };
        execution.Listeners.Add(costs);
        if (pin is not null) execution.Listeners.Add(pin);
        try
        {
            execution.Variables = new Inputs(JsonValues.Members(request.Variables, "variables"));
            execution.Extensions = new Inputs(JsonValues.Members(request.Extensions, "extensions"));
        }
        catch (ApiError error)
        {
            return new ExecutionResult(error);
        }

        return await executer.ExecuteAsync(execution);
    }

    private ApiAnswer Write(ExecutionResult result)
    {
        if (result.Errors?.Count > options.MaxErrors) result.Errors = [.. result.Errors.Take(options.MaxErrors)];
        var bytes = writer.Write(result);
        if (result.Executed && bytes.Length > options.MaxAnswerBytes)
        {
            var limit = new Limit("answerBytes", options.MaxAnswerBytes, bytes.Length);
            bytes.Dispose();
            var error = ApiError.Exceeds(limit, $"the answer would have {limit.Asked} bytes; it may have {limit.Allowed}: ask for smaller pages");
            return Write(new ExecutionResult(error));
        }

        var hasData = result.Executed && !bytes.Written.Span.EndsWith("\"data\":null}"u8);
        if (result.Extensions is { Count: > 0 } extensions) Append(bytes, extensions);
        var code = result.Errors?.Count > 0 ? ErrorShape.CodeOf(result.Errors[0]) : null;
        return new ApiAnswer(bytes.Written, result.Executed, code) { HasData = hasData, Memory = bytes };
    }

    private static void Append(PooledBytes answer, IReadOnlyDictionary<string, object?> extensions)
    {
        answer.DropLast();
        answer.Write(",\"extensions\":"u8);
        using (var json = new Utf8JsonWriter(answer)) JsonSerializer.Serialize(json, extensions);
        answer.Write("}"u8);
    }
}
