using System.Text.Json;
using CsrGraph.GraphQL.Schema;
using GraphQL.DataLoader;
using GraphQL.Types;
using GraphQLParser.AST;

namespace CsrGraph.GraphQL.Execution;

/// <summary>What one selection asks of objects of one type, worked out once for all of them.</summary>
internal sealed class SelectionPlan(IReadOnlyList<PlannedField> fields)
{
    /// <summary>The fields in the order of the answer, fragments spread and equal ones merged.</summary>
    public IReadOnlyList<PlannedField> Fields { get; } = fields;

    /// <summary>How many of them have a node of their own.</summary>
    public int Nodes { get; } = fields.Count(f => !f.IsLeaf);
}

/// <summary>One field of a plan.</summary>
internal sealed class PlannedField
{
    private readonly ScalarGraphType? scalar;
    private readonly Func<object, object?>? read;
    private readonly bool isRequired;

    public PlannedField(string name, GraphQLField field, FieldType definition, IObjectGraphType type)
    {
        (Name, Field, Definition) = (JsonEncodedText.Encode(name), field, definition);
        isRequired = definition.ResolvedType is NonNullGraphType;
        scalar = (isRequired ? ((NonNullGraphType)definition.ResolvedType!).ResolvedType : definition.ResolvedType) as ScalarGraphType;
        if (scalar is null || field.Arguments is { Count: > 0 }) return;
        read = definition is SpecifiedField { Read: { } own } ? own : definition.Name == "__typename" ? _ => type.Name : null;
    }

    /// <summary>What it is called in the answer.</summary>
    public JsonEncodedText Name { get; }

    public GraphQLField Field { get; }

    public FieldType Definition { get; }

    /// <summary>True where its value is read from the object at once.</summary>
    public bool IsLeaf => read is not null;

    /// <summary>
    /// Reads a leaf. False where it cannot be read so: it fails, asks the store, or is null where it must not be; then its own node says what is
    /// wrong, and where.
    /// </summary>
    public bool TryRead(object source, out object? value)
    {
        value = null;
        if (read is null) return false;
        try
        {
            var raw = read(source);
            if (raw is IDataLoaderResult) return false;
            value = raw is null ? null : scalar!.Serialize(raw);
            return value is not null || !isRequired;
        }
#pragma warning disable CA1031 // Nothing is swallowed: the field's own node meets it again and reports it with its path.
        catch (Exception)
#pragma warning restore CA1031
        {
            return false;
        }
    }
}
