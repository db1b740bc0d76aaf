using System.Collections;

namespace CsrGraph.GraphQL.Execution;

/// <summary>The items of a list, by index. What has an index is never enumerated: the library's own lists cannot be.</summary>
internal readonly struct ListItems
{
    private readonly object?[]? array;
    private readonly IReadOnlyList<object?>? covariant;
    private readonly IList? list;

    private ListItems(object?[]? array, IReadOnlyList<object?>? covariant, IList? list, int count) =>
        (this.array, this.covariant, this.list, Count) = (array, covariant, list, count);

    public int Count { get; }

    public object? this[int index] => array is not null ? array[index] : covariant is not null ? covariant[index] : list![index];

    /// <summary>The items of a value that <see cref="Indexed"/> gave.</summary>
    public static ListItems Of(object value) => value switch
    {
        object?[] array => new ListItems(array, null, null, array.Length),
        IReadOnlyList<object?> covariant => new ListItems(null, covariant, null, covariant.Count),
        IList list => new ListItems(null, null, list, list.Count),
        _ => throw new InvalidOperationException($"a list is wanted, and {value.GetType()} is none"),
    };

    /// <summary>A list whose items can be read again and again: the value itself where it is one, else what it enumerates.</summary>
    public static object Indexed(object value) => value switch
    {
        object?[] or IReadOnlyList<object?> or IList => value,
        IEnumerable items => items.Cast<object?>().ToArray(),
        _ => throw new InvalidOperationException($"a list is wanted, and {value.GetType()} is none"),
    };
}
