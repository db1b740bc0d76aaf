using System.Collections;
using System.Globalization;
using GraphQL.Validation;
using GraphQLParser.AST;

namespace CsrGraph.GraphQL.Pricing;

/// <summary>An argument that says how many rows a field has: a number, or a list with an item for each.</summary>
/// <param name="value">The argument.</param>
/// <param name="most">The most that a number may be.</param>
internal sealed class PageSize(GraphQLValue value, int most)
{
    private readonly string? variable = (value as GraphQLVariable)?.Name.StringValue;
    private readonly int? fixedSize = value switch
    {
        GraphQLIntValue number => int.TryParse(number.Value.Span, CultureInfo.InvariantCulture, out var size) ? Math.Clamp(size, 1, most) : 1,
        GraphQLListValue list => list.Values?.Count ?? 0,
        GraphQLStringValue => 1,
        _ => null,
    };

    /// <summary>So many; null where nothing is given.</summary>
    public int? Of(Variables? variables) => variable is null || variables is null ? fixedSize : variables.ValueFor(variable, out var given) ? Of(given.Value) : null;

    // What is out of bounds is refused by the field itself; here it must only not make the question look cheap.
    private int? Of(object? given) => given switch
    {
        int number => Math.Clamp(number, 1, most),
        string => 1,
        ICollection list => list.Count,
        _ => null,
    };
}
