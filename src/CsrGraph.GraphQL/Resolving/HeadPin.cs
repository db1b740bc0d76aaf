using CsrGraph.Store;
using CsrGraph.Telemetry;
using GraphQL.Execution;
using GraphQL.Validation;
using GraphQLParser.AST;

namespace CsrGraph.GraphQL.Resolving;

/// <summary>
/// Reads the head once a question is known to be good, so that all of it is answered for one state. With <c>"extensions": { "snapshot": true }</c> in
/// the request the answer says which.
/// </summary>
internal sealed class HeadPin(IGraphStore store, Root root) : DocumentExecutionListenerBase
{
    private const string Snapshot = "snapshot";

    public override async Task AfterValidationAsync(IExecutionContext context, IValidationResult validationResult)
    {
        if (!validationResult.IsValid) return;
        var isWanted = context.InputExtensions.TryGetValue(Snapshot, out var wanted) && wanted is true;
        if (IsAboutTheSchema(context.Operation) && !isWanted) return;
        using var span = Tracing.Source.StartActivity("store head");
        var last = await store.LastChangeSetAsync(context.CancellationToken);
        var head = last?.Number ?? 0;
        root.Scope = root.Scope with { AsOf = new AsOf(head) };
        if (isWanted) context.OutputExtensions[Snapshot] = new Dictionary<string, object?> { ["head"] = head, ["knownAt"] = last is null ? null : Moment.Say(last.At) };
    }

    // Tools ask for the schema before there is a store to speak of.
    private static bool IsAboutTheSchema(GraphQLOperationDefinition operation) =>
        operation.SelectionSet.Selections.All(s => s is GraphQLField field && field.Name.StringValue.StartsWith("__", StringComparison.Ordinal));
}
