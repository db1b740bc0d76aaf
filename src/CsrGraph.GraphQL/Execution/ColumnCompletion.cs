using GraphQL.DataLoader;
using GraphQL.Types;
using ExecutionContext = GraphQL.Execution.ExecutionContext;

namespace CsrGraph.GraphQL.Execution;

/// <summary>A value that is still asked for, and where it belongs.</summary>
internal readonly record struct Awaited(object?[] Values, int Index, IDataLoaderResult Ask);

/// <summary>Looks through a column's values: finds what is still asked for, and the objects that come next.</summary>
internal sealed class ColumnCompletion(ExecutionContext context, DocumentPlans plans)
{
    private readonly List<Awaited> awaited = [];

    /// <summary>Puts a column's objects into its groups.</summary>
    /// <returns>What has to be known first, and then the column looked through again; empty where all is there.</returns>
    public IReadOnlyList<Awaited> Complete(FieldColumn column)
    {
        var (values, shape) = (column.Values, column.Field.Shape);
        awaited.Clear();
        column.Clear();
        for (var row = 0; row < values.Length; row++)
        {
            if (values[row] is IDataLoaderResult ask) awaited.Add(new Awaited(values, row, ask));
            else values[row] = Complete(column, shape, values[row]);
        }

        return awaited.Count == 0 ? [] : awaited.ToArray();
    }

    // The value, or what stands for it from now on.
    private object? Complete(FieldColumn column, TypeShape shape, object? value)
    {
        if (value is null or Failure) return value;
        if (shape.Scalar is not null) return value;
        try
        {
            if (shape.Item is { } item) return CompleteList(column, item, value);
            AddObject(column, shape, value);
            return value;
        }
        catch (OperationCanceledException) when (context.CancellationToken.IsCancellationRequested)
        {
            throw;
        }
#pragma warning disable CA1031 // Nothing is swallowed: it is reported with its path when the answer is written.
        catch (Exception e)
#pragma warning restore CA1031
        {
            return new Failure(e);
        }
    }

    private object CompleteList(FieldColumn column, TypeShape shape, object value)
    {
        var list = ListItems.Indexed(value);
        var items = ListItems.Of(list);
        if (shape.Object is not null && column.Groups.Count == 1) column.Groups[0].Reserve(items.Count);
        object?[]? own = null;
        for (var i = 0; i < items.Count; i++)
        {
            var item = own is null ? items[i] : own[i];
            if (item is IDataLoaderResult ask)
            {
                own ??= Copy(items);
                awaited.Add(new Awaited(own, i, ask));
                continue;
            }

            var completed = Complete(column, shape, item);
            if (ReferenceEquals(completed, item)) continue;
            own ??= Copy(items);
            own[i] = completed;
        }

        return own ?? list;
    }

    private static object?[] Copy(ListItems items)
    {
        var copy = new object?[items.Count];
        for (var i = 0; i < copy.Length; i++) copy[i] = items[i];
        return copy;
    }

    private void AddObject(FieldColumn column, TypeShape shape, object value)
    {
        var type = shape.Object ?? Concrete(shape.Abstract!, value);
        if (type.IsTypeOf is { } isTypeOf && !type.SkipTypeCheck && !isTypeOf(value))
        {
            throw new InvalidOperationException($"a value of {value.GetType()} is no '{type.Name}'");
        }

        column.Add(column.Find(type) ?? Begin(column, shape, type), value);
    }

    // What a type may stand for is looked at once for all its objects.
    private ObjectGroup Begin(FieldColumn column, TypeShape shape, IObjectGraphType type)
    {
        if (shape.Abstract is { } several && !several.IsPossibleType(type)) throw new InvalidOperationException($"'{type.Name}' is no '{several.Name}'");
        return column.Begin(plans.Of(context, column.Field.Field.SelectionSet!, type));
    }

    private IObjectGraphType Concrete(IAbstractGraphType type, object value) => type.GetObjectType(value, context.Schema)
        ?? throw new InvalidOperationException($"no type of '{type.Name}' is known for a value of {value.GetType()}");
}
