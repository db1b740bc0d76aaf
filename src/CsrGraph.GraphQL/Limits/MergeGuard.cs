using GraphQLParser.AST;

namespace CsrGraph.GraphQL.Limits;

/// <summary>
/// Refuses documents for which it would take too long to see whether fields of one name can be merged: the rule that does so compares each with each,
/// over all fragments. It works with what is merged as the rule will, a level at a time; to be used once fragments are known to have no circles.
/// </summary>
internal sealed class MergeGuard
{
    private readonly Dictionary<string, GraphQLFragmentDefinition> fragments;
    private readonly ApiOptions options;
    private long price;

    private MergeGuard(GraphQLDocument document, ApiOptions options)
    {
        this.options = options;
        fragments = Fragments.ByName(document);
    }

    /// <exception cref="ApiError">The document is refused.</exception>
    public static void Check(GraphQLDocument document, ApiOptions options)
    {
        var guard = new MergeGuard(document, options);
        foreach (var definition in document.Definitions)
        {
            // Rules look at each fragment by itself as well.
            if (definition is IHasSelectionSetNode { SelectionSet: { } selection }) guard.Price(selection);
        }
    }

    private void Price(GraphQLSelectionSet selection)
    {
        var open = new Stack<List<GraphQLSelectionSet>>();
        open.Push([selection]);
        while (open.TryPop(out var merged))
        {
            var fields = Collect(merged);
            RequireFewAliases(fields);
            foreach (var same in fields.Values)
            {
                Add((long)same.Count * same.Count);
                List<GraphQLSelectionSet> below = [.. same.Select(f => f.SelectionSet).OfType<GraphQLSelectionSet>()];
                if (below.Count > 0) open.Push(below);
            }
        }
    }

    // The fields by their names in the answer.
    private Dictionary<string, List<GraphQLField>> Collect(List<GraphQLSelectionSet> merged)
    {
        var fields = new Dictionary<string, List<GraphQLField>>(StringComparer.Ordinal);
        var spreads = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<GraphQLSelectionSet>(merged);
        while (open.TryPop(out var set))
        {
            Add(1);
            foreach (var node in set.Selections)
            {
                if (node is GraphQLField field)
                {
                    var name = (field.Alias?.Name ?? field.Name).StringValue;
                    if (!fields.TryGetValue(name, out var same)) fields.Add(name, same = []);
                    same.Add(field);
                }
                else if (node is GraphQLInlineFragment inline)
                {
                    open.Push(inline.SelectionSet);
                }
                else if (node is GraphQLFragmentSpread spread && spreads.Add(spread.FragmentName.Name.StringValue)
                    && fragments.TryGetValue(spread.FragmentName.Name.StringValue, out var below))
                {
                    open.Push(below.SelectionSet);
                }
            }
        }

        Add((long)spreads.Count * spreads.Count);
        return fields;
    }

    private void RequireFewAliases(Dictionary<string, List<GraphQLField>> fields)
    {
        if (fields.Count <= options.MaxAliases) return;
        foreach (var aliases in fields.Values.CountBy(f => f[0].Name.StringValue))
        {
            ApiError.Require(
                "aliases", aliases.Value, options.MaxAliases,
                (asked, allowed) => $"one selection asks for '{aliases.Key}' under {asked} names; it may under {allowed}");
        }
    }

    private void Add(long comparisons)
    {
        price += comparisons;
        ApiError.Require(
            "comparisons", price, options.MaxComparisons,
            static (asked, allowed) => $"it takes {asked} comparisons or more to merge the document's fields of one name; it may take {allowed}");
    }
}
