using System.Globalization;
using CsrGraph.Store;
using GraphQL.Types;
using GraphQLParser.AST;

namespace CsrGraph.GraphQL.Schema;

/// <summary>A change-set's number, or a moment.</summary>
internal sealed class KnownAtScalar : ScalarGraphType
{
    public KnownAtScalar()
    {
        Name = "KnownAt";
        Description = "Up to when change-sets count: the number of the last one (3, or 0 for none), or a moment (\"2025-01-20T09:30:00Z\").";
    }

    public override object? ParseLiteral(GraphQLValue value) => value switch
    {
        GraphQLStringValue text => ParseValue(text.Value.ToString()),
        GraphQLIntValue number => ParseValue(number.Value.ToString()),
        GraphQLNullValue => null,
        _ => ThrowLiteralConversionError(value, "write a change-set's number or a moment as in ISO 8601"),
    };

    public override object? ParseValue(object? value) => value switch
    {
        null => null,
        int number => (long)number,
        long or DateTimeOffset => value,
        string text when long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) => number,
        string text when Moment.TryRead(text, out var moment) => moment,
        _ => ThrowValueConversionError(value),
    };

    public override object? Serialize(object? value) => value is null ? null : ThrowSerializationError(value);
}
