using GraphQL.Types;
using GraphQLParser.AST;
using ExecutionContext = GraphQL.Execution.ExecutionContext;

namespace CsrGraph.GraphQL.Execution;

/// <summary>Collects the fields of a selection for one concrete type, as the specification has it (6.3.2).</summary>
internal sealed class FieldCollection
{
    private readonly ExecutionContext context;
    private readonly IGraphType type;
    private readonly OrderedDictionary<string, (FieldType Definition, List<GraphQLField> Fields)> found = new(StringComparer.Ordinal);
    private readonly HashSet<string> spread = new(StringComparer.Ordinal);

    private FieldCollection(ExecutionContext context, IGraphType type) => (this.context, this.type) = (context, type);

    /// <summary>The plan of a selection for a type.</summary>
    public static SelectionPlan Plan(ExecutionContext context, IObjectGraphType type, GraphQLSelectionSet selection)
    {
        var collection = new FieldCollection(context, type);
        collection.Collect(selection);
        var columns = 0;
        var fields = new PlannedField[collection.found.Count];
        for (var i = 0; i < fields.Length; i++)
        {
            var (key, (definition, places)) = collection.found.GetAt(i);
            fields[i] = new PlannedField(key, places[0], Merged(places), definition, type, columns);
            if (!fields[i].IsInPlace) columns++;
        }

        return new SelectionPlan(type, fields);
    }

    /// <summary>The fields of a selection, also for an interface or a union, which has no field but the name of its type.</summary>
    public static Dictionary<string, (GraphQLField Field, FieldType FieldType)> Below(ExecutionContext context, IGraphType type, GraphQLSelectionSet selection)
    {
        var collection = new FieldCollection(context, type);
        collection.Collect(selection);
        return collection.found.ToDictionary(f => f.Key, f => (Merged(f.Value.Fields), f.Value.Definition));
    }

    // Flat, as fragments in fragments may go deeper than a document may be nested.
    private void Collect(GraphQLSelectionSet selection)
    {
        var open = new Stack<(List<ASTNode> Nodes, int Next)>();
        open.Push((selection.Selections, 0));
        while (open.TryPop(out var at))
        {
            if (at.Next == at.Nodes.Count) continue;
            open.Push((at.Nodes, at.Next + 1));
            var node = at.Nodes[at.Next];
            if (!IsIncluded(node)) continue;
            switch (node)
            {
                case GraphQLField field:
                    Add(field);
                    break;
                case GraphQLInlineFragment inline when inline.TypeCondition is null || Applies(inline.TypeCondition):
                    open.Push((inline.SelectionSet.Selections, 0));
                    break;
                case GraphQLFragmentSpread named when spread.Add(named.FragmentName.Name.StringValue):
                    if (FragmentOf(named) is { } fragment && Applies(fragment.TypeCondition)) open.Push((fragment.SelectionSet.Selections, 0));
                    break;
            }
        }
    }

    private void Add(GraphQLField field)
    {
        var definition = DefinitionOf(field);
        var key = field.Alias is { } alias ? alias.Name.StringValue : definition.Name;
        if (!found.TryGetValue(key, out var known)) found.Add(key, (definition, [field]));
        else if (!known.Fields.Contains(field)) known.Fields.Add(field);
    }

    private FieldType DefinitionOf(GraphQLField field) => FieldDefinition.Of(context.Schema, type, field)
        ?? throw new InvalidOperationException($"the type {type.Name} has no field '{field.Name.StringValue}'");

    private GraphQLFragmentDefinition? FragmentOf(GraphQLFragmentSpread named)
    {
        foreach (var definition in context.Document.Definitions)
        {
            if (definition is GraphQLFragmentDefinition fragment && fragment.FragmentName.Name == named.FragmentName.Name) return fragment;
        }

        return null;
    }

    private bool IsIncluded(ASTNode node)
    {
        if (((IHasDirectivesNode)node).Directives is not { Count: > 0 }) return true;
        if (context.DirectiveValues is not { } values || !values.TryGetValue(node, out var given)) return true;
        if (given.TryGetValue("skip", out var skip) && skip.Arguments["if"].Value is true) return false;
        return !given.TryGetValue("include", out var include) || include.Arguments["if"].Value is true;
    }

    private bool Applies(GraphQLTypeCondition condition)
    {
        var wanted = context.Schema.AllTypes[condition.Type.Name.Value];
        return wanted is not null && (wanted.Equals(type) || (wanted is IAbstractGraphType several && several.IsPossibleType(type)));
    }

    private static GraphQLField Merged(List<GraphQLField> places)
    {
        var first = places[0];
        if (places.Count == 1 || first.SelectionSet is null) return first;
        List<ASTNode> selections = [.. places.SelectMany(p => p.SelectionSet!.Selections).Distinct()];
        return new GraphQLField(first.Name)
        {
            Alias = first.Alias,
            Arguments = first.Arguments,
            Directives = first.Directives,
            Location = first.Location,
            SelectionSet = new GraphQLSelectionSet(selections),
        };
    }
}
