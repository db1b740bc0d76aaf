using GraphQL.Execution;
using GraphQL.Types;
using GraphQLParser.AST;

namespace CsrGraph.GraphQL.Execution;

/// <summary>
/// An object of the answer whose leaves are read from it in place; its sub-fields are only those that have a node of their own. The library makes a
/// node of every leaf, and of most answers leaves are the most.
/// </summary>
internal sealed class PlannedObject(ExecutionNode parent, IGraphType type, GraphQLField field, FieldType definition, int? index)
    : ObjectExecutionNode(parent, type, field, definition, index)
{
    private static readonly object HasNode = new();

    private SelectionPlan? plan;
    private object?[] leaves = [];

    /// <summary>Reads the leaves, and makes a node for each other field.</summary>
    public void Read(SelectionPlan wanted, Func<PlannedObject, PlannedField, ExecutionNode> build)
    {
        plan = wanted;
        leaves = new object?[wanted.Fields.Count];
        var (nodes, count) = (wanted.Nodes == 0 ? [] : new ExecutionNode[wanted.Nodes], 0);
        for (var i = 0; i < leaves.Length; i++)
        {
            if (wanted.Fields[i].TryRead(Result!, out leaves[i])) continue;
            leaves[i] = HasNode;
            if (count == nodes.Length) Array.Resize(ref nodes, count + 1);
            nodes[count++] = build(this, wanted.Fields[i]);
        }

        SubFields = nodes;
    }

    /// <summary>The fields in the order of the answer; null where the library made a node of each, or there is no answer.</summary>
    public IReadOnlyList<PlannedField>? Fields => SubFields is null ? null : plan?.Fields;

    /// <summary>The value of a field that was read in place; false where the next of the sub-fields is its node.</summary>
    public bool HasValue(int field, out object? value)
    {
        value = leaves[field];
        return value != HasNode;
    }

    /// <inheritdoc/>
    public override object? ToValue()
    {
        if (Fields is not { } fields) return base.ToValue();
        var next = 0;
        return Enumerable.Range(0, fields.Count).ToDictionary(i => fields[i].Name.ToString(), i => HasValue(i, out var value) ? value : SubFields![next++].ToValue());
    }
}
