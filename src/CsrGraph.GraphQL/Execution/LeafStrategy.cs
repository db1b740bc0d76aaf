using System.Collections;
using System.Collections.Concurrent;
using GraphQL.DataLoader;
using GraphQL.Execution;
using GraphQL.Types;
using GraphQLParser.AST;
using ExecutionContext = GraphQL.Execution.ExecutionContext;

namespace CsrGraph.GraphQL.Execution;

/// <summary>
/// The library's strategy, but for objects: their fields are collected once for all objects of a type, and their leaves read in place. Whatever is
/// unusual goes the library's way. One request at a time.
/// </summary>
internal sealed class LeafStrategy : ParallelExecutionStrategy
{
    private readonly ConcurrentDictionary<(GraphQLSelectionSet Selection, IObjectGraphType Type), SelectionPlan?> plans = [];
    private readonly Func<PlannedObject, PlannedField, ExecutionNode> build;

    public LeafStrategy() => build = (parent, field) => BuildExecutionNode(parent, field.Definition.ResolvedType!, field.Field, field.Definition);

    protected override ExecutionNode BuildExecutionNode(
        ExecutionNode parent, IGraphType graphType, GraphQLField field, FieldType fieldDefinition, int? indexInParentNode = null)
    {
        var type = graphType is NonNullGraphType required ? required.ResolvedType! : graphType;
        return type is IObjectGraphType or IAbstractGraphType
            ? new PlannedObject(parent, type, field, fieldDefinition, indexInParentNode)
            : base.BuildExecutionNode(parent, type, field, fieldDefinition, indexInParentNode);
    }

    protected override Task CompleteNodeAsync(ExecutionContext context, ExecutionNode node) =>
        node is PlannedObject { Result: not null } planned && TryRead(context, planned) ? Task.CompletedTask : base.CompleteNodeAsync(context, node);

    protected override void SetSubFieldNodes(ExecutionContext context, ObjectExecutionNode parent)
    {
        if (parent is not PlannedObject planned || !TryRead(context, planned)) base.SetSubFieldNodes(context, parent);
    }

    protected override async Task SetArrayItemNodesAsync(ExecutionContext context, ArrayExecutionNode parent)
    {
        var type = ((ListGraphType)parent.GraphType).ResolvedType!;
        if (type is NonNullGraphType required) type = required.ResolvedType!;
        if (type is not (IObjectGraphType or IAbstractGraphType) || parent.Result is not IList list)
        {
            await base.SetArrayItemNodesAsync(context, parent);
            return;
        }

        var items = new List<ExecutionNode>(list.Count);
        for (var i = 0; i < list.Count; i++)
        {
            var item = BuildExecutionNode(parent, type, parent.Field, parent.FieldDefinition, i);
            item.Result = list[i];
            items.Add(item);
            if (item.Result is IDataLoaderResult) continue;
            var completed = CompleteNodeAsync(context, item);
            if (!completed.IsCompletedSuccessfully) await completed;
        }

        parent.Items = items;
    }

    private bool TryRead(ExecutionContext context, PlannedObject node)
    {
        if (node.GetObjectGraphType(context.Schema) is not { } type || node.SelectionSet is not { } selection) return false;
        if (!plans.TryGetValue((selection, type), out var plan)) plan = plans.GetOrAdd((selection, type), Plan(context, node, type, selection));
        if (plan is null) return false;
        node.Read(plan, build);
        return true;
    }

    // Null where the library has to look at each object, or to say what is wrong with it.
    private SelectionPlan? Plan(ExecutionContext context, PlannedObject node, IObjectGraphType type, GraphQLSelectionSet selection)
    {
        if (type.IsTypeOf is not null || (node.GraphType is IAbstractGraphType several && !several.IsPossibleType(type))) return null;
        return new SelectionPlan([.. CollectFieldsFrom(context, type, selection, null).Select(f => new PlannedField(f.Key, f.Value.field, f.Value.fieldType, type))]);
    }
}
