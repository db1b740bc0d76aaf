using GraphQL.Types;
using GraphQLParser.AST;

namespace CsrGraph.GraphQL.Execution;

/// <summary>Finds what a field is asked of.</summary>
internal static class FieldDefinition
{
    /// <summary>The definition of a field in a selection for a type, those of introspection among them; null where the type has none.</summary>
    public static FieldType? Of(ISchema schema, IGraphType? type, GraphQLField field)
    {
        var name = field.Name.Value;
        if (name == schema.TypeNameMetaFieldType.Name) return schema.TypeNameMetaFieldType;
        if (type == schema.Query && name == schema.SchemaMetaFieldType.Name) return schema.SchemaMetaFieldType;
        if (type == schema.Query && name == schema.TypeMetaFieldType.Name) return schema.TypeMetaFieldType;
        return (type as IComplexGraphType)?.GetField(name);
    }
}
