using System.Runtime.ExceptionServices;
using System.Text.Encodings.Web;
using CsrGraph.GraphQL.Execution;
using CsrGraph.GraphQL.Limits;
using CsrGraph.GraphQL.Resolving;
using CsrGraph.GraphQL.Schema;
using CsrGraph.Store;
using CsrGraph.Vocabulary;
using GraphQL;
using GraphQL.SystemTextJson;
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
    private readonly GraphQLSerializer serializer;

    /// <summary>Makes the schema; takes some tenths of a second.</summary>
    /// <exception cref="InvalidOperationException">The vocabulary leads to two fields or types of one name; the message says which.</exception>
    public GraphQLApi(VocabularyDefinition vocabulary, IGraphStore store, ApiOptions? options = null)
    {
        this.store = store;
        this.options = options ?? new ApiOptions();
        schema = ApiSchema.Make(vocabulary);
        executer = new QueryExecuter(this.options);
        serializer = new GraphQLSerializer(
            json =>
            {
                json.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
                json.Converters.Add(new AnswerConverter());
            },
            new ErrorShape(this.options));
    }

    /// <summary>A vocabulary's schema in GraphQL's schema language, types and fields in ordinal order.</summary>
    /// <exception cref="InvalidOperationException">The vocabulary leads to two fields or types of one name; the message says which.</exception>
    public static string PrintSchema(VocabularyDefinition vocabulary)
    {
        using var made = ApiSchema.Make(vocabulary);
        return Print(made);
    }

    /// <summary>This schema in GraphQL's schema language.</summary>
    public string PrintSchema() => Print(schema);

    /// <summary>
    /// Answers a request. Whatever is wrong with it is said in the answer, and so is a store that fails on the way, beside what it did answer.
    /// </summary>
    /// <exception cref="StoreUnavailableException">The store could not be asked at all; nothing was executed.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public async Task<ApiAnswer> AnswerAsync(ApiRequest request, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        var result = await ExecuteAsync(request, cancellation);
        if (!result.Executed && result.Errors?.Select(e => e.InnerException).OfType<StoreUnavailableException>().FirstOrDefault() is { } unavailable)
        {
            ExceptionDispatchInfo.Throw(unavailable);
        }

        return await WriteAsync(result, cancellation);
    }

    /// <inheritdoc/>
    public void Dispose() => schema.Dispose();

    private static string Print(global::GraphQL.Types.Schema schema) => schema.Print(new PrintOptions { StringComparison = StringComparison.Ordinal });

    private async Task<ExecutionResult> ExecuteAsync(ApiRequest request, CancellationToken cancellation)
    {
        var root = new Root(new Request(store));
        var execution = new ExecutionOptions
        {
            Schema = schema,
            Query = request.Query,
            OperationName = request.OperationName,
            Root = root,
            UnhandledExceptionDelegate = new FaultMask(options.OnFault).MaskAsync,
            CancellationToken = cancellation,
        };
        execution.Listeners.Add(new HeadPin(store, root));
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

    private async Task<ApiAnswer> WriteAsync(ExecutionResult result, CancellationToken cancellation)
    {
        if (result.Errors?.Count > options.MaxErrors) result.Errors = [.. result.Errors.Take(options.MaxErrors)];
        using var stream = new MemoryStream();
        await serializer.WriteAsync(stream, result, cancellation);
        if (result.Executed && stream.Length > options.MaxAnswerBytes)
        {
            var error = new ApiError(ErrorCode.LimitExceeded, $"the answer would have more than {options.MaxAnswerBytes} bytes; ask for smaller pages");
            return await WriteAsync(new ExecutionResult(error), cancellation);
        }

        var code = result.Errors?.Count > 0 ? ErrorShape.CodeOf(result.Errors[0]) : null;
        return new ApiAnswer(stream.GetBuffer().AsMemory(0, (int)stream.Length), result.Executed, code);
    }
}
