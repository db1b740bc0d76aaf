using GraphQL.Types;

namespace CsrGraph.GraphQL.Schema;

/// <summary>Types with their wrappings.</summary>
internal static class Wrapped
{
    /// <summary><c>T!</c></summary>
    public static NonNullGraphType Required(this IGraphType type) => new(type);

    /// <summary><c>[T!]</c></summary>
    public static ListGraphType Many(this IGraphType type) => new(new NonNullGraphType(type));

    /// <summary><c>[T!]!</c></summary>
    public static NonNullGraphType RequiredMany(this IGraphType type) => new(type.Many());
}
