using CsrGraph.Store;
using GraphQL.Types;
using GraphQLParser.AST;

namespace CsrGraph.GraphQL.Schema;

/// <summary>A moment, <c>2025-01-20T09:30:00Z</c>.</summary>
internal sealed class MomentScalar : ScalarGraphType
{
    public MomentScalar()
    {
        Name = "DateTime";
        Description = "A moment as in ISO 8601, written 2025-01-20T09:30:00Z.";
    }

    public override object? ParseLiteral(GraphQLValue value) => value switch
    {
        GraphQLStringValue text => ParseValue(text.Value.ToString()),
        GraphQLNullValue => null,
        _ => ThrowLiteralConversionError(value, "write a moment as \"2025-01-20T09:30:00Z\""),
    };

    public override object? ParseValue(object? value) => value switch
    {
        null => null,
        DateTimeOffset => value,
        string text when Moment.TryRead(text, out var moment) => moment,
        _ => ThrowValueConversionError(value),
    };

    public override object? Serialize(object? value) => value switch
    {
        null => null,
        DateTimeOffset moment => Moment.Say(moment),
        _ => ThrowSerializationError(value),
    };
}
