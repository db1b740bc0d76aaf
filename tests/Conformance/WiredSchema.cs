using GraphQL;
using GraphQL.Resolvers;
using GraphQL.Types;
using GraphQL.Utilities;

namespace CsrGraph.Conformance;

/// <summary>Builds schemas from their language, every field with a value that its type says.</summary>
internal sealed class WiredSchema : SchemaBuilder
{
    // Some documents carry them; answers come whole.
    private const string Defer = "directive @defer(if: Boolean = true, label: String) on FRAGMENT_SPREAD | INLINE_FRAGMENT";
    private const string Stream = "directive @stream(if: Boolean = true, label: String, initialCount: Int = 0) on FIELD";

    /// <summary>A schema whose fields take a <see cref="Case"/> for the root value.</summary>
    public static Schema Of(string sdl)
    {
        foreach (var directive in new[] { Defer, Stream })
        {
            if (!sdl.Contains(directive[..directive.IndexOf('(', StringComparison.Ordinal)], StringComparison.Ordinal)) sdl += "\n" + directive;
        }

        var builder = new WiredSchema();
        var schema = builder.Build(sdl);
        foreach (var type in builder._types.Values) builder.Wire(type);
        schema.Initialize();
        return schema;
    }

    private void Wire(IGraphType type)
    {
        if (type is IAbstractGraphType several) several.ResolveType = value => ((Made)value).Type;
        if (type is not IObjectGraphType owner) return;
        foreach (var field in owner.Fields) field.Resolver = new FuncFieldResolver<object?>(Resolve);
    }

    private object? Resolve(IResolveFieldContext context)
    {
        var asked = (Case)context.RootValue!;
        if (asked.Fails.Count == 0 && asked.Nulls.Count == 0) return Value(context.Schema, context.FieldDefinition.ResolvedType!, asked, null);
        var place = Case.Place(context.ResponsePath);
        if (asked.Fails.Contains(place)) throw new InvalidOperationException("this field fails");
        return Value(context.Schema, context.FieldDefinition.ResolvedType!, asked, place);
    }

    private object? Value(ISchema schema, IGraphType type, Case asked, string? place)
    {
        if (place is not null && asked.Nulls.Contains(place)) return null;
        return type switch
        {
            NonNullGraphType required => Value(schema, required.ResolvedType!, asked, place),
            ListGraphType list => Enumerable.Range(0, 2).Select(i => Value(schema, list.ResolvedType!, asked, place is null ? null : $"{place}/{i}")).ToArray(),
            IntGraphType => 2,
            FloatGraphType => 3.14,
            BooleanGraphType => true,
            IdGraphType => "id",
            EnumerationGraphType terms => terms.Values.First().Value,
            ScalarGraphType => "str",
            _ => new Made(Concrete(schema, type)),
        };
    }

    private static IObjectGraphType Concrete(ISchema schema, IGraphType type) => type switch
    {
        UnionGraphType union => union.PossibleTypes.MinBy(t => t.Name, StringComparer.Ordinal)!,
        IInterfaceGraphType shared => schema.AllTypes.OfType<IObjectGraphType>()
            .Where(t => shared.IsPossibleType(t)).MaxBy(t => t.Name, StringComparer.Ordinal)!,
        _ => (IObjectGraphType)type,
    };

    private sealed record Made(IObjectGraphType Type);
}
