using GraphQLParser.AST;

namespace CsrGraph.GraphQL.Limits;

/// <summary>
/// Refuses documents whose fragments spread one another in a circle, whose selections become too deep or fields too many once all fragments are
/// spread, before any rule recurses into them; it does not recurse itself.
/// </summary>
internal static class FragmentGuard
{
    /// <exception cref="ApiError">The document is refused.</exception>
    public static void Check(GraphQLDocument document, ApiOptions options)
    {
        var fragments = new Dictionary<string, Weight>(StringComparer.Ordinal);
        var operations = new List<Weight>();
        foreach (var definition in document.Definitions)
        {
            // Where a name stands twice, a rule says so later; here both count.
            if (definition is GraphQLFragmentDefinition fragment) Weigh(fragment.SelectionSet, Of(fragments, fragment.FragmentName.Name.StringValue));
            if (definition is GraphQLOperationDefinition operation) operations.Add(Weigh(operation.SelectionSet, new Weight()));
        }

        foreach (var (name, weight) in fragments) Settle(name, weight, fragments, options);
        foreach (var operation in operations) Settle(null, operation, fragments, options);
    }

    private static Weight Of(Dictionary<string, Weight> fragments, string name)
    {
        if (!fragments.TryGetValue(name, out var weight)) fragments.Add(name, weight = new Weight());
        return weight;
    }

    // What stands in a selection itself: its fields, the fragments that it spreads, and how deep.
    private static Weight Weigh(GraphQLSelectionSet selection, Weight weight)
    {
        var open = new Stack<(GraphQLSelectionSet Set, int Depth)>([(selection, 1)]);
        while (open.TryPop(out var at))
        {
            weight.OwnDepth = Math.Max(weight.OwnDepth, at.Depth);
            foreach (var node in at.Set.Selections)
            {
                if (node is GraphQLField field)
                {
                    weight.Fields++;
                    if (field.SelectionSet is { } below) open.Push((below, at.Depth + 1));
                }
                else if (node is GraphQLInlineFragment inline)
                {
                    open.Push((inline.SelectionSet, at.Depth + 1));
                }
                else if (node is GraphQLFragmentSpread spread)
                {
                    weight.Spreads.Add((spread.FragmentName.Name.StringValue, at.Depth));
                }
            }
        }

        return weight;
    }

    // Depth-first with a stack of its own: a fragment is settled once all that it spreads is.
    private static void Settle(string? name, Weight start, Dictionary<string, Weight> fragments, ApiOptions options)
    {
        var path = new Stack<(string? Name, Weight Weight, int Next)>();
        path.Push((name, start, 0));
        while (path.TryPop(out var at))
        {
            var (_, weight, next) = at;
            if (weight.IsSettled) continue;
            weight.IsOpen = true;
            if (next < weight.Spreads.Count)
            {
                path.Push(at with { Next = next + 1 });
                var (spread, _) = weight.Spreads[next];
                if (!fragments.TryGetValue(spread, out var below)) continue;
                if (below.IsOpen) throw new ApiError(ErrorCode.ValidationFailed, $"the fragment '{spread}' spreads itself");
                path.Push((spread, below, 0));
                continue;
            }

            weight.Sum(fragments);
            ApiError.Require(
                "selectionDepth", weight.Depth, options.MaxSelectionDepth,
                static (asked, allowed) => $"the document has {asked} levels of selections, its fragments spread; it may have {allowed}");
            ApiError.Require(
                "fields", weight.Expanded, options.MaxFields,
                static (asked, allowed) => $"the document has {asked} fields, its fragments spread; it may have {allowed}");
        }
    }

    private sealed class Weight
    {
        public List<(string Name, int Depth)> Spreads { get; } = [];

        public int Fields { get; set; }

        public int OwnDepth { get; set; }

        public bool IsOpen { get; set; }

        public bool IsSettled { get; private set; }

        public int Depth { get; private set; }

        public long Expanded { get; private set; }

        public void Sum(Dictionary<string, Weight> fragments)
        {
            (Expanded, Depth) = (Fields, OwnDepth);
            foreach (var (spread, depth) in Spreads)
            {
                if (!fragments.TryGetValue(spread, out var below)) continue;
                Expanded += below.Expanded;
                Depth = Math.Max(Depth, depth + below.Depth);
            }

            (IsOpen, IsSettled) = (false, true);
        }
    }
}
