using GraphQL.Types;
using GraphQLParser.AST;

namespace CsrGraph.GraphQL.Pricing;

/// <summary>
/// Counts what introspection will answer by walking the schema as the answer will, and stops at the most that is allowed: types lead to fields and
/// fields to types, so that a short question can be without end in practice.
/// </summary>
internal sealed class IntrospectionCost(ISchema schema, IReadOnlyDictionary<string, GraphQLFragmentDefinition> fragments, long most)
{
    /// <summary>The objects and values so far.</summary>
    public long Seen { get; private set; }

    /// <summary>Adds what <c>__schema</c> or <c>__type</c> asks.</summary>
    public void Add(GraphQLField root)
    {
        object source = root.Name.Value == "__schema" ? schema : NamedType(root) ?? schema.Query;
        Walk(root.SelectionSet!, source);
    }

    // A name that stands in a variable may be any; Query has as many fields as any.
    private IGraphType? NamedType(GraphQLField root) =>
        root.Arguments?.Items.FirstOrDefault(a => a.Name.Value == "name")?.Value is GraphQLStringValue { Value.IsEmpty: false } name ? schema.AllTypes[name.Value] : null;

    private void Walk(GraphQLSelectionSet selection, object source)
    {
        foreach (var node in selection.Selections)
        {
            if (Seen > most) return;
            if (node is GraphQLField field)
            {
                Seen++;
                if (field.SelectionSet is not { } below) continue;
                foreach (var child in Below(source, field.Name.StringValue))
                {
                    Seen++;
                    Walk(below, child);
                    if (Seen > most) return;
                }
            }
            else if (node is GraphQLInlineFragment inline)
            {
                Walk(inline.SelectionSet, source);
            }
            else if (node is GraphQLFragmentSpread spread && fragments.TryGetValue(spread.FragmentName.Name.StringValue, out var fragment))
            {
                Walk(fragment.SelectionSet, source);
            }
        }
    }

    private static IEnumerable<object> Below(object source, string field) => (source, field) switch
    {
        (ISchema all, "types") => all.AllTypes,
        (ISchema all, "directives") => all.Directives,
        (ISchema all, "queryType") => [all.Query],
        (ISchema { Subscription: { } subscription }, "subscriptionType") => [subscription],
        (FieldType of, "args") => of.Arguments ?? [],
        (Directive of, "args") => of.Arguments ?? [],
        (IProvideResolvedType of, "type" or "ofType") when of.ResolvedType is { } type => [type],
        (IInputObjectGraphType type, "inputFields") => type.Fields,
        (IComplexGraphType type and not IInputObjectGraphType, "fields") => type.Fields,
        (EnumerationGraphType type, "enumValues") => type.Values,
        (IAbstractGraphType type, "possibleTypes") => type.PossibleTypes,
        (IImplementInterfaces type, "interfaces") => type.ResolvedInterfaces,
        _ => [],
    };
}
