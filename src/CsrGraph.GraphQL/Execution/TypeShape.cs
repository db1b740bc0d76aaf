using GraphQL.Types;

namespace CsrGraph.GraphQL.Execution;

/// <summary>How a scalar's values can be written without asking the scalar.</summary>
internal enum ScalarForm
{
    /// <summary>Only by its own serialization.</summary>
    Own,

    /// <summary>Strings as they are.</summary>
    Text,

    /// <summary>Whole numbers of 32 bits as they are.</summary>
    Number,

    /// <summary>Truth values as they are.</summary>
    Truth,
}

/// <summary>An output type taken apart: whether it may be null, and whether it is a list, a scalar, or objects.</summary>
internal sealed class TypeShape
{
    public TypeShape(IGraphType type)
    {
        Type = type;
        IsRequired = type is NonNullGraphType;
        var inner = type is NonNullGraphType required ? required.ResolvedType! : type;
        if (inner is ListGraphType list) Item = new TypeShape(list.ResolvedType!);
        Scalar = inner as ScalarGraphType;
        Object = inner as IObjectGraphType;
        Abstract = inner as IAbstractGraphType;
        Form = FormOf(Scalar);
        if (inner.GetType() == typeof(EnumerationGraphType)) Terms = WrittenTerms.Of((EnumerationGraphType)inner);
        IsLeaf = Scalar is not null || Item is { IsLeaf: true };
    }

    /// <summary>The type as it stands in the schema.</summary>
    public IGraphType Type { get; }

    /// <summary>True where a null is an error, which its parent takes over.</summary>
    public bool IsRequired { get; }

    /// <summary>Of a list, what is in it.</summary>
    public TypeShape? Item { get; }

    public ScalarGraphType? Scalar { get; }

    public IObjectGraphType? Object { get; }

    public IAbstractGraphType? Abstract { get; }

    /// <summary>Of an enum, its terms as they are written.</summary>
    public WrittenTerms? Terms { get; }

    /// <summary>How a scalar is written.</summary>
    public ScalarForm Form { get; }

    /// <summary>True for scalars and enums, and for lists of them.</summary>
    public bool IsLeaf { get; }

    // The built-in ones alone: what is derived from them may serialize in its own way.
    private static ScalarForm FormOf(ScalarGraphType? scalar) => scalar?.GetType() switch
    {
        { } type when type == typeof(StringGraphType) || type == typeof(IdGraphType) => ScalarForm.Text,
        { } type when type == typeof(IntGraphType) => ScalarForm.Number,
        { } type when type == typeof(BooleanGraphType) => ScalarForm.Truth,
        _ => ScalarForm.Own,
    };
}
