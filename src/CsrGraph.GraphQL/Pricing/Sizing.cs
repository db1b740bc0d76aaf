using GraphQL.Types;

namespace CsrGraph.GraphQL.Pricing;

/// <summary>Marks types whose lists are as long as the field that gives them was asked for, as those of a connection are.</summary>
internal static class Sizing
{
    private const string Mark = "lists are sized by the field";

    /// <summary>Marks a type.</summary>
    public static ObjectGraphType Sized(this ObjectGraphType type)
    {
        type.Metadata[Mark] = true;
        return type;
    }

    /// <summary>True where a type is marked, or a connection.</summary>
    public static bool IsSized(IGraphType type) =>
        type is ObjectGraphType named && (named.Name.EndsWith("Connection", StringComparison.Ordinal) || named.Metadata.ContainsKey(Mark));
}
