using CsrGraph.GraphQL.Resolving;
using CsrGraph.Store;
using GraphQL;
using GraphQL.Resolvers;
using GraphQL.Types;

namespace CsrGraph.GraphQL.Schema;

/// <summary>An argument before it becomes the library's.</summary>
internal sealed record ArgumentSpec(string Name, IGraphType Type, string Description, object? Default = null);

/// <summary>
/// A field before it becomes the library's, so that an interface and all who implement it get the same one.
/// </summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its type.</param>
/// <param name="Description">What a reader needs to know.</param>
/// <param name="Resolve">Gives its value; the context may be used again afterwards and must not be kept.</param>
/// <param name="Arguments">Its arguments.</param>
internal sealed record FieldSpec(
    string Name, IGraphType Type, string Description, Func<IResolveFieldContext, object?> Resolve, params IReadOnlyList<ArgumentSpec> Arguments)
{
    /// <summary>How much of its source it looks at; where nothing is said, all.</summary>
    public Reads Reads { get; init; }

    /// <summary>What it costs beside the objects that it leads to: as many objects as its work is worth.</summary>
    public int Price { get; init; }

    /// <summary>Gives its value of the source alone, where no argument is given; null where it takes more than that.</summary>
    public Func<object, object?>? Read { get; init; }

    /// <summary>Tells what it will ask of each entity; see <see cref="SpecifiedField.Ahead"/>.</summary>
    public Func<IResolveFieldContext, Scope, Shape<RelationRequest>?>? Ahead { get; init; }

    /// <summary>A field that reads its source.</summary>
    public static FieldSpec Of<TSource>(string name, IGraphType type, string description, Func<TSource, object?> read) =>
        new(name, type, description, context => read((TSource)context.Source!)) { Read = source => read((TSource)source) };

    /// <summary>True where what <see cref="Read"/> gives of a leaf may still have to be asked for.</summary>
    public bool Asks { get; init; }

    /// <summary>A leaf that asks for its value.</summary>
    public static FieldSpec Asking<TSource>(string name, IGraphType type, string description, Func<TSource, object?> ask) =>
        Of(name, type, description, ask) with { Asks = true };

    /// <summary>The same field, which looks at no more than the heading of its source.</summary>
    public FieldSpec Lightly() => this with { Reads = Reads.Heading };

    /// <summary>Adds the field to a type.</summary>
    public void AddTo(IComplexGraphType type)
    {
        if (type.HasField(Name)) throw new InvalidOperationException($"the type {type.Name} has two fields '{Name}': rename a relation or qualifier");
        var field = new SpecifiedField(Reads, Read, Asks, Price) { Name = Name, Description = Description, ResolvedType = Type, Ahead = Ahead };
        if (Arguments.Count > 0)
        {
            field.Arguments = new QueryArguments(Arguments.Select(a =>
                new QueryArgument(a.Type) { Name = a.Name, Description = a.Description, DefaultValue = a.Default }));
        }

        if (type is not IInterfaceGraphType) field.Resolver = new FuncFieldResolver<object?>(Resolve);
        type.AddField(field);
    }
}
