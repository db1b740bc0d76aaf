using GraphQL;
using GraphQL.Types;
using GraphQLParser.AST;

namespace CsrGraph.GraphQL.Resolving;

/// <summary>The fields that stand in a selection, through its fragments, without those that are skipped.</summary>
internal static class SelectedFields
{
    /// <summary>
    /// The fields below a field, each with its definition, which is null for <c>__typename</c>. A fragment on one type of several counts for all.
    /// </summary>
    public static IEnumerable<(GraphQLField Field, FieldType? Definition)> Below(IResolveFieldContext context, FieldType definition, GraphQLField field) =>
        In(context, definition.ResolvedType!.GetNamedType(), field.SelectionSet);

    private static IEnumerable<(GraphQLField Field, FieldType? Definition)> In(IResolveFieldContext context, IGraphType type, GraphQLSelectionSet? selection)
    {
        if (selection is null) yield break;
        foreach (var node in selection.Selections)
        {
            if (!IsIncluded(context, (IHasDirectivesNode)node)) continue;
            if (node is GraphQLField field)
            {
                yield return (field, (type as IComplexGraphType)?.GetField(field.Name.Value));
                continue;
            }

            foreach (var found in node is GraphQLInlineFragment inline
                ? In(context, Narrowed(context, type, inline.TypeCondition), inline.SelectionSet)
                : Spread(context, type, (GraphQLFragmentSpread)node))
            {
                yield return found;
            }
        }
    }

    private static IEnumerable<(GraphQLField Field, FieldType? Definition)> Spread(IResolveFieldContext context, IGraphType type, GraphQLFragmentSpread spread) =>
        context.Document.Definitions.OfType<GraphQLFragmentDefinition>().FirstOrDefault(f => f.FragmentName.Name == spread.FragmentName.Name) is { } fragment
            ? In(context, Narrowed(context, type, fragment.TypeCondition), fragment.SelectionSet)
            : [];

    private static IGraphType Narrowed(IResolveFieldContext context, IGraphType type, GraphQLTypeCondition? condition) =>
        condition is null ? type : context.Schema.AllTypes[condition.Type.Name.Value] ?? type;

    private static bool IsIncluded(IResolveFieldContext context, IHasDirectivesNode node)
    {
        if (node.Directives is not { Count: > 0 } directives) return true;
        foreach (var directive in directives)
        {
            if (directive.Name.Value == "skip" && Condition(context, directive)) return false;
            if (directive.Name.Value == "include" && !Condition(context, directive)) return false;
        }

        return true;
    }

    private static bool Condition(IResolveFieldContext context, GraphQLDirective directive) => directive.Arguments?.ValueFor("if") switch
    {
        GraphQLTrueBooleanValue => true,
        GraphQLVariable variable => context.Variables.ValueFor(variable.Name.Value, out var value) && value.Value is true,
        _ => false,
    };
}
