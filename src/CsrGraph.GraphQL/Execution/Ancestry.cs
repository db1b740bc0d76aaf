namespace CsrGraph.GraphQL.Execution;

/// <summary>Finds where objects come from. Nothing is kept for it, as it is rarely asked: the parents' values are counted through.</summary>
internal static class Ancestry
{
    /// <summary>The parent of an object, and where in the parent's lists it stands; null for the root.</summary>
    public static (ObjectGroup Group, int Row, int[] Indexes)? ParentOf(ObjectGroup group, int row)
    {
        if (group.From is not { } column) return null;
        var (place, left) = (0, row);
        var indexes = new List<int>();
        for (var parent = 0; parent < column.Values.Length; parent++)
        {
            if (Find(column.Field.Shape, column.Values[parent])) return (column.Owner, parent, [.. indexes]);
        }

        throw new InvalidOperationException("an object has no parent");

        bool Find(TypeShape shape, object? value)
        {
            if (value is null or Failure) return false;
            if (shape.Item is null) return column.GroupAt(place++) == group && left-- == 0;
            var items = ListItems.Of(value);
            for (var i = 0; i < items.Count; i++)
            {
                indexes.Add(i);
                if (Find(shape.Item, items[i])) return true;
                indexes.RemoveAt(indexes.Count - 1);
            }

            return false;
        }
    }

    /// <summary>The path of a field of an object.</summary>
    /// <param name="group">The object's group.</param>
    /// <param name="row">Which object.</param>
    /// <param name="field">The field.</param>
    /// <param name="indexes">Where within the field's lists.</param>
    /// <param name="name">What a field is called.</param>
    public static IReadOnlyList<object> PathTo(ObjectGroup group, int row, PlannedField field, int[]? indexes, Func<PlannedField, object> name)
    {
        var path = new Stack<object>();
        while (true)
        {
            foreach (var index in (indexes ?? []).Reverse()) path.Push(index);
            path.Push(name(field));
            if (ParentOf(group, row) is not { } parent) return [.. path];
            (field, group, row, indexes) = (group.From!.Field, parent.Group, parent.Row, parent.Indexes);
        }
    }
}
