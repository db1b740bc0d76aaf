using System.Runtime.CompilerServices;
using GraphQL;
using GraphQL.Execution;
using GraphQL.Types;
using GraphQLParser.AST;
using ExecutionContext = GraphQL.Execution.ExecutionContext;

namespace CsrGraph.GraphQL.Execution;

/// <summary>
/// Answers a query, or one event of a subscription, level by level in place of the library's way, node by node: fields are planned once for all objects of a type, values kept in
/// columns, and the answer written from them. One for a schema; safe for many requests at once.
/// </summary>
internal sealed class LevelStrategy : IExecutionStrategy
{
    private readonly ConditionalWeakTable<GraphQLDocument, DocumentPlans> kept = [];

    /// <summary>Answers it. The result's data is <see cref="WrittenData"/>.</summary>
    public async Task<ExecutionResult> ExecuteAsync(ExecutionContext context)
    {
        var run = new LevelRun(context, DocumentPlans.For(kept, context));
        var root = await run.FindAsync(RootOf(context));
        var data = new WrittenData();
        var writer = new DataWriter(data.Bytes);
        writer.Write(root);
        foreach (var fault in writer.Faults) await ReportAsync(run, fault);
        return new ExecutionResult
        {
            Executed = true,
            Data = data,
            Query = context.Document.Source,
            Document = context.Document,
            Operation = context.Operation,
            Extensions = context.OutputExtensions.Count == 0 ? null : context.OutputExtensions,
        };
    }

    /// <summary>Not for this strategy: it has no nodes.</summary>
    public Task ExecuteNodeTreeAsync(ExecutionContext context, ExecutionNode rootNode) =>
        throw new NotSupportedException("this strategy has no nodes");

    /// <summary>Not for this strategy: its fields know what is selected below them.</summary>
    public Dictionary<string, (GraphQLField field, FieldType fieldType)>? GetSubFields(ExecutionContext executionContext, ExecutionNode executionNode) =>
        throw new NotSupportedException("this strategy has no nodes");

    private static IObjectGraphType RootOf(ExecutionContext context) => context.Operation.Operation switch
    {
        OperationType.Query => context.Schema.Query,
        OperationType.Subscription => context.Schema.Subscription!,
        _ => throw new NotSupportedException("this strategy reads only"),
    };

    private static async Task ReportAsync(LevelRun run, Fault fault)
    {
        var context = run.Context;
        var error = fault.Exception as ExecutionError ?? await UnhandledAsync(run, fault);
        error.AddLocation(fault.Field.Field, context.Document);
        error.Path = fault.Path;
        context.Errors.Add(error);
    }

    private static async Task<ExecutionError> UnhandledAsync(LevelRun run, Fault fault)
    {
        var context = run.Context;
        if (context.ThrowOnUnhandledException) System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(fault.Exception);
        var message = $"Error trying to resolve field '{fault.Field.Key}'.";
        if (context.UnhandledExceptionDelegate is not { } handle) return new UnhandledError(message, fault.Exception);
        var unhandled = new UnhandledExceptionContext(context, new LevelFieldContext(run, fault.Group, fault.Field) { Row = fault.Row }, fault.Exception);
        await handle(unhandled);
        return unhandled.Exception as ExecutionError ?? new UnhandledError(unhandled.ErrorMessage ?? message, unhandled.Exception);
    }
}
