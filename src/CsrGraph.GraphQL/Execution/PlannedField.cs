using System.Text;
using CsrGraph.GraphQL.Schema;
using GraphQL;
using GraphQL.Resolvers;
using GraphQL.Types;
using GraphQLParser.AST;
using ExecutionContext = GraphQL.Execution.ExecutionContext;

namespace CsrGraph.GraphQL.Execution;

/// <summary>One field of a plan.</summary>
internal sealed class PlannedField
{
    private readonly byte[] name;
    private Dictionary<string, (GraphQLField Field, FieldType FieldType)>? subFields;

    /// <param name="key">What it is called in the answer.</param>
    /// <param name="first">Where it stands first in the document; its arguments count.</param>
    /// <param name="field">The same with the selections of all places where it stands.</param>
    /// <param name="definition">Its definition.</param>
    /// <param name="type">The type of the objects that it is asked of.</param>
    /// <param name="column">Which column of a group holds its values, where it needs one.</param>
    public PlannedField(string key, GraphQLField first, GraphQLField field, FieldType definition, IObjectGraphType type, int column)
    {
        (Key, First, Field, Definition) = (key, first, field, definition);
        name = Encoding.UTF8.GetBytes($",\"{key}\":");
        Shape = new TypeShape(definition.ResolvedType!);
        Resolver = definition.Resolver ?? NameFieldResolver.Instance;
        if (definition.Name == "__typename") TypeName = Encoding.UTF8.GetBytes($"\"{type.Name}\"");
        else if (definition is SpecifiedField { Read: { } read } && first.Arguments is not { Count: > 0 }) Read = read;
        IsInPlace = TypeName is not null || (Read is not null && Shape.IsLeaf && definition is not SpecifiedField { Asks: true });
        Column = IsInPlace ? -1 : column;
    }

    /// <summary>What it is called in the answer.</summary>
    public string Key { get; }

    /// <summary>Where it stands first in the document.</summary>
    public GraphQLField First { get; }

    /// <summary>The field with all that is selected below it.</summary>
    public GraphQLField Field { get; }

    public FieldType Definition { get; }

    /// <summary>Its type.</summary>
    public TypeShape Shape { get; }

    /// <summary>Gives its value where <see cref="Read"/> does not.</summary>
    public IFieldResolver Resolver { get; }

    /// <summary>Gives its value of the source alone; null where it takes more than that.</summary>
    public Func<object, object?>? Read { get; }

    /// <summary>The written name of the type, of <c>__typename</c>.</summary>
    public byte[]? TypeName { get; }

    /// <summary>True where its value is read when it is written.</summary>
    public bool IsInPlace { get; }

    /// <summary>Which column of its group holds its values; -1 where it is read in place.</summary>
    public int Column { get; }

    /// <summary>What is selected below it, by the names in the answer; null below a leaf. Of several types, what is selected on their interface.</summary>
    public Dictionary<string, (GraphQLField Field, FieldType FieldType)>? SubFields(ExecutionContext context) =>
        Field.SelectionSet is { } selection ? subFields ??= FieldCollection.Below(context, Definition.ResolvedType!.GetNamedType(), selection) : null;

    /// <summary>Its name as it is written, with a comma before it unless it is the first.</summary>
    public ReadOnlySpan<byte> Name(bool isFirst) => isFirst ? name.AsSpan(1) : name;
}
