using GraphQLParser.AST;

namespace CsrGraph.GraphQL.Limits;

/// <summary>
/// Refuses documents for which it would take too long to see whether fields of one name can be merged: the rule that does so compares each with each,
/// over all fragments. It works with what is merged as the rule will, a level at a time; to be used once fragments are known to have no circles.
/// </summary>
internal sealed class MergeGuard
{
    private readonly Dictionary<string, GraphQLSelectionSet> fragments = new(StringComparer.Ordinal);
    private readonly ApiOptions options;
    private long price;

    private MergeGuard(GraphQLDocument document, ApiOptions options)
    {
        this.options = options;
        foreach (var fragment in document.Definitions.OfType<GraphQLFragmentDefinition>()) fragments.TryAdd(fragment.FragmentName.Name.StringValue, fragment.SelectionSet);
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
                    open.Push(below);
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
            if (aliases.Value <= options.MaxAliases) continue;
            throw ApiError.Exceeds(
                new Limit("aliases", options.MaxAliases, aliases.Value),
                $"one selection asks for '{aliases.Key}' under {aliases.Value} names; it may under {options.MaxAliases}");
        }
    }

    private void Add(long comparisons)
    {
        price += comparisons;
        if (price <= options.MaxComparisons) return;
        throw ApiError.Exceeds(
            new Limit("comparisons", options.MaxComparisons, price),
            $"it takes {price} comparisons or more to merge the document's fields of one name; it may take {options.MaxComparisons}");
    }
}
