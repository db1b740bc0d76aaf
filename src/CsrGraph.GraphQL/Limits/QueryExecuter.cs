using CsrGraph.GraphQL.Execution;
using CsrGraph.GraphQL.Resolving;
using CsrGraph.GraphQL.Subscribing;
using GraphQL;
using GraphQL.Execution;
using GraphQL.Instrumentation;
using GraphQL.Validation;
using GraphQLParser.AST;
using ExecutionContext = GraphQL.Execution.ExecutionContext;

namespace CsrGraph.GraphQL.Limits;

/// <summary>The library's executer behind the guards; it takes queries, and subscriptions for what they listen to or for one event, and keeps documents that were found good.</summary>
internal sealed class QueryExecuter(ApiOptions options, Func<IExecutionStrategy> strategy) : DocumentExecuter(new GuardedDocumentBuilder(options), new DocumentValidator())
{
    private readonly DocumentCache known = new();

    public override Task<ExecutionResult> ExecuteAsync(ExecutionOptions options)
    {
        if (known.Find(options.Query ?? "") is not { } found)
        {
            options.ValidationRules = DefaultValueRule.AmongAll;
            return base.ExecuteAsync(options);
        }

        if (strategy() is LevelStrategy && found.Variables?.Read(options.Variables ?? Inputs.Empty) is { } validated)
        {
            options.CancellationToken.ThrowIfCancellationRequested();
            return RunAsync(options, found.Document, validated);
        }

        // No rule looks at variables; their values are coerced all the same.
        options.Document = found.Document;
        options.ValidationRules = [];
        return base.ExecuteAsync(options);
    }

    protected override ExecutionContext BuildExecutionContext(
        ExecutionOptions options, GraphQLDocument document, GraphQLOperationDefinition operation, IValidationResult validationResult, Metrics metrics)
    {
        if (validationResult.IsValid && options is { Document: null, Query: { } text }) known.Keep(text, KnownDocument.Of(options.Schema!, document, validationResult));
        return base.BuildExecutionContext(options, document, operation, validationResult, metrics);
    }

    protected override IExecutionStrategy SelectExecutionStrategy(ExecutionContext context) => StrategyFor(context.Operation, context.RootValue);

    protected override GraphQLOperationDefinition GetOperation(string? operationName, GraphQLDocument document)
    {
        var operation = base.GetOperation(operationName, document);
        return operation.Operation != OperationType.Mutation
            ? operation
            : throw new ApiError(ErrorCode.NotAQuery, "the operation is no query; this API reads only, loading is the command line's");
    }

    private IExecutionStrategy StrategyFor(GraphQLOperationDefinition operation, object? root) => root switch
    {
        SubscribeStrategy subscribing => subscribing,
        Root { Applied: null } when operation.Operation == OperationType.Subscription => throw new ApiError(
            ErrorCode.NotAQuery, "the operation is a subscription, which is answered event by event: ask with 'Accept: text/event-stream'"),
        _ => strategy(),
    };

    private Task<ExecutionResult> RunAsync(ExecutionOptions options, GraphQLDocument document, IValidationResult validated)
    {
        try
        {
            var operation = GetOperation(options.OperationName, document);
            return KnownExecution.RunAsync(options, document, operation, validated, StrategyFor(operation, options.Root));
        }
        catch (ExecutionError e)
        {
            return Task.FromResult(new ExecutionResult(e));
        }
    }
}
