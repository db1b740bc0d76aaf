using System.Collections;
using GraphQLParser.AST;

namespace CsrGraph.GraphQL.Limits;

/// <summary>Refuses documents with too many directives in one place, too many input objects in all, or too long a list; it does not recurse.</summary>
internal static class ValueGuard
{
    /// <exception cref="ApiError">The document is refused.</exception>
    public static void Check(GraphQLDocument document, ApiOptions options)
    {
        var objects = 0;
        foreach (var node in Nodes(document))
        {
            if (node is IHasDirectivesNode { Directives.Count: var directives })
            {
                ApiError.Require("directives", directives, options.MaxDirectives, static (asked, allowed) => $"one place has {asked} directives; it may have {allowed}");
            }

            if (node is GraphQLObjectValue) objects++;
            if (node is GraphQLListValue { Values.Count: var items }) RequireShortList(items, options);
        }

        RequireFewObjects(objects, options);
    }

    /// <summary>Looks over values that came as JSON.</summary>
    /// <exception cref="ApiError">They have too many objects in all, or too long a list.</exception>
    public static void CheckValues(IEnumerable<object?> values, ApiOptions options)
    {
        RequireFewObjects(values.Sum(Objects), options);

        int Objects(object? value)
        {
            switch (value)
            {
                case IDictionary<string, object?> map:
                    return 1 + map.Values.Sum(Objects);
                case ICollection list:
                    RequireShortList(list.Count, options);
                    return list.Cast<object?>().Sum(Objects);
                default:
                    return 0;
            }
        }
    }

    private static void RequireFewObjects(int objects, ApiOptions options) => ApiError.Require(
        "inputObjects", objects, options.MaxInputObjects,
        static (asked, allowed) => $"the question has {asked} input objects, such as terms of a filter; it may have {allowed}");

    private static void RequireShortList(int items, ApiOptions options) =>
        ApiError.Require("listItems", items, options.MaxListItems, static (asked, allowed) => $"a list has {asked} items; it may have {allowed}");

    private static IEnumerable<ASTNode> Nodes(GraphQLDocument document)
    {
        var open = new Stack<ASTNode>(document.Definitions);
        while (open.TryPop(out var node))
        {
            yield return node;
            foreach (var below in Below(node)) open.Push(below);
        }
    }

    private static IEnumerable<ASTNode> Below(ASTNode node)
    {
        IEnumerable<ASTNode> own = node switch
        {
            GraphQLOperationDefinition operation => operation.Variables?.Items ?? [],
            GraphQLVariableDefinition { DefaultValue: { } value } => [value],
            GraphQLField field => field.Arguments?.Items ?? [],
            GraphQLDirective directive => directive.Arguments?.Items ?? [],
            GraphQLArgument argument => [argument.Value],
            GraphQLObjectField field => [field.Value],
            GraphQLObjectValue value => value.Fields ?? [],
            GraphQLListValue list => list.Values ?? [],
            _ => [],
        };
        if (node is IHasDirectivesNode { Directives: { } directives }) own = own.Concat(directives.Items);
        return node is IHasSelectionSetNode { SelectionSet: { } selection } ? own.Concat(selection.Selections) : own;
    }
}
