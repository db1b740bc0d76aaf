using CsrGraph.GraphQL.Execution;
using CsrGraph.GraphQL.Limits;
using CsrGraph.GraphQL.Schema;
using GraphQL;
using GraphQL.Execution;
using GraphQL.Types;
using GraphQLParser.AST;
using ExecutionContext = GraphQL.Execution.ExecutionContext;

namespace CsrGraph.GraphQL.Subscribing;

/// <summary>
/// Finds out what a good operation listens to and runs nothing: the root value, and the strategy, of a subscription before its first event.
/// </summary>
internal sealed class SubscribeStrategy : IExecutionStrategy
{
    /// <summary>What it listens to; null of an operation that is no subscription, or a bad one.</summary>
    public Subscription? Found { get; private set; }

    public Task<ExecutionResult> ExecuteAsync(ExecutionContext context)
    {
        if (context.Operation.Operation == OperationType.Subscription) Found = Read(context);
        return Task.FromResult(new ExecutionResult());
    }

    /// <summary>Not for this strategy: it has no nodes.</summary>
    public Task ExecuteNodeTreeAsync(ExecutionContext context, ExecutionNode rootNode) => throw new NotSupportedException("nothing is run here");

    /// <summary>Not for this strategy: it has no nodes.</summary>
    public Dictionary<string, (GraphQLField field, FieldType fieldType)>? GetSubFields(ExecutionContext executionContext, ExecutionNode executionNode) =>
        throw new NotSupportedException("nothing is run here");

    private static Subscription Read(ExecutionContext context)
    {
        var fields = FieldCollection.Below(context, context.Schema.Subscription!, context.Operation.SelectionSet);
        if (fields.Count != 1 || fields.Values.Single() is not { FieldType.Name: HistoryFields.Applied } asked)
        {
            throw new ApiError(ErrorCode.ValidationFailed, $"a subscription asks for '{HistoryFields.Applied}' and nothing beside it");
        }

        var arguments = context.ArgumentValues is { } all && all.TryGetValue(asked.Field, out var given) ? given : null;
        return Subscription.Of(Texts(arguments, "about"), Texts(arguments, "kinds"), Value(arguments, "after") as int?);
    }

    private static IReadOnlyList<string> Texts(IDictionary<string, ArgumentValue>? arguments, string name) =>
        Value(arguments, name) is { } given ? FilterLogic.Texts(given) : [];

    private static object? Value(IDictionary<string, ArgumentValue>? arguments, string name) =>
        arguments is not null && arguments.TryGetValue(name, out var value) ? value.Value : null;
}
