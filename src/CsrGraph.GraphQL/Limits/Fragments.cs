using GraphQLParser.AST;

namespace CsrGraph.GraphQL.Limits;

/// <summary>The fragments of a document.</summary>
internal static class Fragments
{
    /// <summary>By their names. Where a name stands twice, which a rule refuses, the first one has it.</summary>
    public static Dictionary<string, GraphQLFragmentDefinition> ByName(GraphQLDocument document)
    {
        var fragments = new Dictionary<string, GraphQLFragmentDefinition>(StringComparer.Ordinal);
        foreach (var fragment in document.Definitions.OfType<GraphQLFragmentDefinition>()) fragments.TryAdd(fragment.FragmentName.Name.StringValue, fragment);
        return fragments;
    }
}
