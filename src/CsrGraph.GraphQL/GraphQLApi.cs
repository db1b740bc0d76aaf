using System.Text.Encodings.Web;
using CsrGraph.GraphQL.Limits;
using CsrGraph.GraphQL.Resolving;
using CsrGraph.GraphQL.Schema;
using CsrGraph.Store;
using CsrGraph.Vocabulary;
using GraphQL;
using GraphQL.SystemTextJson;
using GraphQL.Utilities;
using GraphQL.Validation;

namespace CsrGraph.GraphQL;

/// <summary>
/// The API: a schema made of a vocabulary, answered from a store. Safe for many requests at once; it does not own the store.
/// </summary>
public sealed class GraphQLApi : IDisposable
{
    private readonly global::GraphQL.Types.Schema schema;
    private readonly IGraphStore store;
    private readonly ApiOptions options;
    private readonly DocumentExecuter executer;
    private readonly GraphQLSerializer serializer;

    /// <summary>Makes the schema; takes some tenths of a second.</summary>
    /// <exception cref="InvalidOperationException">The vocabulary leads to two fields or types of one name; the message says which.</exception>
    public GraphQLApi(VocabularyDefinition vocabulary, IGraphStore store, ApiOptions? options = null)
    {
        this.store = store;
        this.options = options ?? new ApiOptions();
        schema = ApiSchema.Make(vocabulary);
        executer = new DocumentExecuter(new GuardedDocumentBuilder(this.options), new DocumentValidator());
        serializer = new GraphQLSerializer(json => json.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, new ErrorShape(this.options));
    }

    /// <summary>The schema in GraphQL's schema language, types and fields in ordinal order.</summary>
    public string PrintSchema() => schema.Print(new PrintOptions { StringComparison = StringComparison.Ordinal });

    /// <summary>Answers a request. Whatever is wrong with it is in the answer; only cancellation throws.</summary>
    public async Task<ApiAnswer> AnswerAsync(ApiRequest request, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        var root = new Root(new Request(store));
        var execution = new ExecutionOptions
        {
            Schema = schema,
            Query = request.Query,
            OperationName = request.OperationName,
            Variables = new Inputs(request.Variables.ToDictionary()),
            Extensions = new Inputs(request.Extensions.ToDictionary()),
            Root = root,
            UnhandledExceptionDelegate = new FaultMask(options.OnFault).MaskAsync,
            CancellationToken = cancellation,
        };
        execution.Listeners.Add(new HeadPin(store, root));
        return await WriteAsync(await executer.ExecuteAsync(execution), cancellation);
    }

    /// <summary>The answer to what is no request.</summary>
    public Task<ApiAnswer> RefuseAsync(BadRequestException problem, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(problem);
        return WriteAsync(Failed(ErrorCode.BadRequest, problem.Message), cancellation);
    }

    /// <inheritdoc/>
    public void Dispose() => schema.Dispose();

    private static ExecutionResult Failed(string code, string message) => new(new ApiError(code, message));

    private async Task<ApiAnswer> WriteAsync(ExecutionResult result, CancellationToken cancellation)
    {
        if (result.Errors?.Count > options.MaxErrors) result.Errors = [.. result.Errors.Take(options.MaxErrors)];
        using var stream = new MemoryStream();
        await serializer.WriteAsync(stream, result, cancellation);
        if (stream.Length > options.MaxAnswerBytes)
        {
            return await WriteAsync(
                Failed(ErrorCode.LimitExceeded, $"the answer would have more than {options.MaxAnswerBytes} bytes; ask for smaller pages"), cancellation);
        }

        var code = result.Errors?.Count > 0 ? ErrorShape.CodeOf(result.Errors[0]) : null;
        return new ApiAnswer(stream.GetBuffer().AsMemory(0, (int)stream.Length), result.Executed, code);
    }
}
