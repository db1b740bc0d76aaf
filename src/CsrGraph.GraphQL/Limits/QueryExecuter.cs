using CsrGraph.GraphQL.Execution;
using GraphQL;
using GraphQL.Execution;
using GraphQL.Validation;
using GraphQLParser.AST;
using ExecutionContext = GraphQL.Execution.ExecutionContext;

namespace CsrGraph.GraphQL.Limits;

/// <summary>The library's executer behind the guards; it takes queries alone, and keeps those that were found good.</summary>
internal sealed class QueryExecuter(ApiOptions options, Func<IExecutionStrategy> strategy) : DocumentExecuter(new GuardedDocumentBuilder(options), new DocumentValidator())
{
    private readonly DocumentCache known = new();

    public override async Task<ExecutionResult> ExecuteAsync(ExecutionOptions options)
    {
        var text = options.Query ?? "";
        if (known.Find(text) is { } document)
        {
            // No rule looks at variables; their values are coerced all the same.
            options.Document = document;
            options.ValidationRules = [];
            return await base.ExecuteAsync(options);
        }

        options.ValidationRules = DefaultValueRule.AmongAll;
        var result = await base.ExecuteAsync(options);
        if (result is { Executed: true, Document: { } good }) known.Keep(text, good);
        return result;
    }

    protected override IExecutionStrategy SelectExecutionStrategy(ExecutionContext context) => strategy();

    protected override GraphQLOperationDefinition GetOperation(string? operationName, GraphQLDocument document)
    {
        var operation = base.GetOperation(operationName, document);
        return operation.Operation == OperationType.Query
            ? operation
            : throw new ApiError(ErrorCode.NotAQuery, "the operation is no query; this API reads only, loading is the command line's");
    }
}
