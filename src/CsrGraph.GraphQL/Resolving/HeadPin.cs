using CsrGraph.Store;
using CsrGraph.Telemetry;
using GraphQL.Execution;
using GraphQL.Validation;
using GraphQLParser.AST;

namespace CsrGraph.GraphQL.Resolving;

/// <summary>Reads the head once a question is known to be good, so that all of it is answered for one state.</summary>
internal sealed class HeadPin(IGraphStore store, Root root) : DocumentExecutionListenerBase
{
    public override async Task AfterValidationAsync(IExecutionContext context, IValidationResult validationResult)
    {
        if (!validationResult.IsValid || IsAboutTheSchema(context.Operation)) return;
        using var span = Tracing.Source.StartActivity("store head");
        root.Scope = root.Scope with { AsOf = new AsOf(await store.HeadAsync(context.CancellationToken)) };
    }

    // Tools ask for the schema before there is a store to speak of.
    private static bool IsAboutTheSchema(GraphQLOperationDefinition operation) =>
        operation.SelectionSet.Selections.All(s => s is GraphQLField field && field.Name.StringValue.StartsWith("__", StringComparison.Ordinal));
}
