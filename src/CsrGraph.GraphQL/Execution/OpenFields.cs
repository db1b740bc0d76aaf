using GraphQL;
using GraphQL.Types;
using GraphQLParser.AST;

namespace CsrGraph.GraphQL.Execution;

/// <summary>Finds the fields of an operation whose arguments have variables in them.</summary>
internal static class OpenFields
{
    /// <summary>Each with the arguments that it takes; null where a field's type is not found, which the library may know better.</summary>
    public static Dictionary<GraphQLField, QueryArguments>? In(ISchema schema, GraphQLDocument document, GraphQLOperationDefinition operation)
    {
        var found = new Dictionary<GraphQLField, QueryArguments>();
        var fragments = document.Definitions.OfType<GraphQLFragmentDefinition>().ToDictionary(f => f.FragmentName.Name.Value);
        var seen = new HashSet<GraphQLFragmentDefinition>();
        var open = new Stack<(GraphQLSelectionSet? Selection, IGraphType? Type)>([(operation.SelectionSet, RootOf(schema, operation))]);
        while (open.TryPop(out var next))
        {
            foreach (var selection in next.Selection?.Selections ?? [])
            {
                if (selection is GraphQLInlineFragment inline) open.Push((inline.SelectionSet, inline.TypeCondition is { } of ? schema.AllTypes[of.Type.Name.Value] : next.Type));
                if (selection is GraphQLFragmentSpread spread && fragments[spread.FragmentName.Name.Value] is var fragment && seen.Add(fragment))
                {
                    open.Push((fragment.SelectionSet, schema.AllTypes[fragment.TypeCondition.Type.Name.Value]));
                }

                if (selection is not GraphQLField field) continue;
                if (FieldDefinition.Of(schema, next.Type, field) is not { } type) return null;
                if (field.Arguments?.Items.Any(a => HasVariable(a.Value)) == true) found.Add(field, type.Arguments!);
                open.Push((field.SelectionSet, type.ResolvedType!.GetNamedType()));
            }
        }

        return found;
    }

    private static IGraphType? RootOf(ISchema schema, GraphQLOperationDefinition operation) =>
        operation.Operation == OperationType.Subscription ? schema.Subscription : schema.Query;

    private static bool HasVariable(GraphQLValue value) => value switch
    {
        GraphQLVariable => true,
        GraphQLListValue list => list.Values?.Any(HasVariable) == true,
        GraphQLObjectValue map => map.Fields?.Any(f => HasVariable(f.Value)) == true,
        _ => false,
    };
}
