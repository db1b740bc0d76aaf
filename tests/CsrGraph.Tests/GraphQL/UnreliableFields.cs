using CsrGraph.GraphQL.Limits;
using CsrGraph.GraphQL.Resolving;
using CsrGraph.GraphQL.Schema;
using GraphQL;
using GraphQL.DataLoader;
using GraphQL.Resolvers;
using GraphQL.Types;

namespace CsrGraph.Tests.GraphQL;

/// <summary>
/// Makes some fields of some objects fail, come to null, give a list with a null in it, give what is of no type, or answer later. Which they are
/// hangs on the field and the object alone, so that two APIs meet the same.
/// </summary>
internal static class UnreliableFields
{
    private enum Whim
    {
        Throws,
        ThrowsForTheReader,
        Null,
        OddItem,
        Strange,
        Late,
        ThrowsOnceAsked,
        NullOnceAsked,
    }

    public static void Plant(ISchema schema)
    {
        foreach (var type in schema.AllTypes.OfType<IObjectGraphType>().Where(t => !t.Name.StartsWith("__", StringComparison.Ordinal)))
        {
            foreach (var field in type.Fields.OfType<SpecifiedField>()) Plant(type, field);
        }
    }

    private static void Plant(IObjectGraphType type, SpecifiedField field)
    {
        var resolver = field.Resolver!;
        field.Resolver = new Resolver(async context =>
        {
            var whim = Of(type, field, context.Source);
            var value = Changed(whim, () => resolver.ResolveAsync(context).AsTask().GetAwaiter().GetResult());
            if (whim == Whim.Late) await Task.Yield();
            return value;
        });
        if (field.Read is { } read) field.Read = source => Changed(Of(type, field, source), () => read(source));
    }

    private static object? Changed(Whim? whim, Func<object?> resolve) => whim switch
    {
        Whim.Throws => throw new InvalidOperationException("this field fails"),
        Whim.ThrowsForTheReader => throw ApiError.Input("this field does not like it"),
        Whim.Null => null,
        Whim.OddItem => resolve() is object[] { Length: > 0 } items ? new object?[] { null }.Concat(items.Skip(1)).Append(new object()) : resolve(),
        Whim.Strange => new object(),
        Whim.ThrowsOnceAsked or Whim.NullOnceAsked => resolve() is IDataLoaderResult ask ? new Asked(ask, whim == Whim.NullOnceAsked) : resolve(),
        _ => resolve(),
    };

    // Its own numbers, as those of the platform differ from process to process.
    private static Whim? Of(IObjectGraphType type, SpecifiedField field, object? source)
    {
        var hash = 2_166_136_261u;
        foreach (var unit in $"{type.Name}.{field.Name} {Identity(source)}") hash = (hash ^ unit) * 16_777_619u;
        var number = (int)((hash >> 8) % 160);
        return number < 8 ? (Whim)number : null;
    }

    private static string? Identity(object? source) => source switch
    {
        EntityAt at => at.Entity.Id.Value,
        ClaimAt at => at.Claim.Id.ToString(),
        EdgeAt at => at.NodeId,
        NameAt at => at.Name.Text,
        RosterAt at => at.Claim.Id.ToString(),
        EvidenceAt at => at.Evidence.ToString(),
        ConnectionAt at => $"{at.Nodes.Count} {at.HasNext}",
        _ => source?.GetType().Name,
    };

    private sealed class Resolver(Func<IResolveFieldContext, ValueTask<object?>> resolve) : IFieldResolver
    {
        public ValueTask<object?> ResolveAsync(IResolveFieldContext context) => resolve(context);
    }

    private sealed class Asked(IDataLoaderResult inner, bool isNull) : IDataLoaderResult
    {
        public async Task<object?> GetResultAsync(CancellationToken cancellationToken)
        {
            await inner.GetResultAsync(cancellationToken);
            return isNull ? null : throw new InvalidOperationException("this answer fails");
        }
    }
}
